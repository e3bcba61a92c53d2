package org.fundtrail.gateway.frame;

import java.util.List;

/**
 * What was looked up for whoever decides, in a sentence with its figures. Nothing is refused by it: what does not pass needs their judgement.
 *
 * @param href where it can be looked at, or null
 */
public record Check(boolean isPassed, String said, String href) {

    public static Check of(boolean isPassed, String said) {
        return new Check(isPassed, said, null);
    }

    /** What needs judgement stands first. */
    public static List<Check> inOrder(List<Check> all) {
        return all.stream()
                .sorted((one, other) -> Boolean.compare(one.isPassed, other.isPassed))
                .toList();
    }
}
