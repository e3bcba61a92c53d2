package org.fundtrail.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.common.Duty;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.journal.Caller;

/** What was done with a record so far, and what of its steps a reader may take next. */
public record Life(List<StepTaken> steps) {

    public static final Life NEW = new Life(List.of());

    static final String REVERSE = "REVERSE";
    static final String APPROVE_REVERSAL = "APPROVE_REVERSAL";
    static final String REFUSE_REVERSAL = "REFUSE_REVERSAL";

    /** Whether the reader recorded or changed it. */
    public boolean isBy(Caller reader) {
        return duty(reader.id()) == Duty.INITIATE;
    }

    /** The one duty that somebody has on the record, or null. */
    Duty duty(UUID person) {
        return steps.stream()
                .filter(taken -> taken.person().id().equals(person))
                .map(StepTaken::duty)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private StepTaken last() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1);
    }

    /**
     * The decision that stands: what a second person did last, or null where nobody has decided on what the record says now. A reversal that
     * is only proposed, or was refused, leaves it standing.
     */
    public StepTaken decision() {
        var last = steps.stream()
                .filter(taken -> !taken.step().equals(REVERSE) && !taken.step().equals(REFUSE_REVERSAL))
                .reduce((one, next) -> next)
                .orElse(null);
        return last == null || last.duty() == null || last.duty() == Duty.INITIATE ? null : last;
    }

    public PersonRef decidedBy() {
        return decision() == null ? null : decision().person();
    }

    public Instant decidedAt() {
        return decision() == null ? null : decision().at();
    }

    /** Why it stands where it stands, or null. */
    public String reason() {
        var last = last();
        boolean isSaid =
                last != null && (last.duty() != Duty.INITIATE || last.step().equals(REVERSE));
        return isSaid ? last.reason() : null;
    }

    /** Those of the record's steps that the reader may take now. */
    public List<Step> open(Stepped record, Step[] table, Caller reader) {
        var open = new ArrayList<Step>();
        for (var step : table) {
            if (step.edge().from().contains(record.status())
                    && reader.is(step.edge().role())
                    && reader.institution().equals(record.institution())
                    && isFor(step, reader)) {
                open.add(step);
            }
        }
        return open;
    }

    private boolean isFor(Step step, Caller reader) {
        var duty = duty(reader.id());
        return step.edge().ofOnesOwn()
                ? duty == Duty.INITIATE
                : step.edge().duty() == null
                        || duty == null
                        || duty == step.edge().duty();
    }

    /** What the reader may do with it now, by name; steps first, then what else there is to do. */
    public List<String> actions(Stepped record, Step[] table, Caller reader, String... others) {
        var actions = new LinkedHashSet<String>();
        open(record, table, reader).forEach(step -> actions.add(step.action()));
        return Stream.concat(actions.stream(), Stream.of(others)).toList();
    }

    int next() {
        return steps.size() + 1;
    }

    /** Sent again, after somebody else had it, is another round. */
    int round(Step step) {
        var last = last();
        boolean isAgain =
                last != null && last.duty() != Duty.INITIATE && step.edge().duty() == Duty.INITIATE;
        return last == null ? 1 : isAgain ? last.round() + 1 : last.round();
    }
}
