package org.fundtrail.common.value;

import java.util.List;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Period;
import org.fundtrail.common.Refusal;

/**
 * A rule that looks at more than one field.
 *
 * @param fields which, as paths: of a part that was sent it is asked only when all of them are there and right
 * @param holds whether it is kept; where a field is missing that is said of the field, and this holds
 * @param otherwise what is said when it is not
 */
public record Across(List<String> fields, boolean holds, Refusal.Finding otherwise) {

    /** The last day of the period in this field is not before its first. */
    public static Across inOrder(Period period, String field) {
        var isThere = period != null && period.from() != null && period.to() != null;
        return new Across(
                List.of(field + ".from", field + ".to"),
                !isThere || !period.to().isBefore(period.from()),
                Refusal.Finding.of(
                        InputRule.END_BEFORE_START,
                        field + ".to",
                        "start",
                        isThere ? period.from().toString() : ""));
    }
}
