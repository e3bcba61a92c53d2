package org.fundtrail.gateway.frame;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;

/**
 * A place on a printed form where somebody signs.
 *
 * @param step for which they sign
 * @param person who took it, or null as long as nobody has
 */
public record Signed(String step, PersonRef person) {

    /** One for each of these steps; of a record that came back those of its last round count. */
    public static List<Signed> of(List<StepTaken> taken, String... steps) {
        var round = taken.stream().mapToInt(StepTaken::round).max().orElse(0);
        return Stream.of(steps)
                .map(step -> new Signed(
                        step,
                        taken.stream()
                                .filter(one ->
                                        one.round() == round && one.step().equals(step))
                                .max(Comparator.comparing(StepTaken::n))
                                .map(StepTaken::person)
                                .orElse(null)))
                .toList();
    }
}
