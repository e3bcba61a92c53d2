package org.fundtrail.gateway.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.form.TypedDay;

/** The days between which a list is filtered, as they stand in its address under {@code from} and {@code to}, in whichever way a day is typed. */
public record Days(String from, String to) {

    public Days {
        from = TypedDay.iso(blankToNull(from));
        to = TypedDay.iso(blankToNull(to));
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Refuses days that are none, and a last one before the first: a list of other days than were asked for would mislead. */
    public Days checked() {
        var findings = findings();
        if (!findings.isEmpty()) {
            throw new Refusal(findings);
        }
        return this;
    }

    /** What is wrong with them. */
    List<Refusal.Finding> findings() {
        var findings = new ArrayList<Refusal.Finding>();
        check(from, "from", findings);
        check(to, "to", findings);
        if (findings.isEmpty() && from != null && to != null && toDay().isBefore(fromDay())) {
            findings.addAll(Refusal.ofField(InputRule.END_BEFORE_START, "to", "start", from)
                    .findings());
        }
        return findings;
    }

    private static void check(String day, String field, ArrayList<Refusal.Finding> findings) {
        try {
            Checks.day(day, field);
        } catch (Refusal refused) {
            findings.addAll(refused.findings());
        }
    }

    public LocalDate fromDay() {
        return Checks.day(from, "from");
    }

    public LocalDate toDay() {
        return Checks.day(to, "to");
    }
}
