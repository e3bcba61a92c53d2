package org.fundtrail.records;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Duty;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.StepTerms;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Role;

/**
 * One line of a record's life cycle. A record's steps are an enum, so that its whole life is a table on one screen:
 *
 * <pre>{@code
 * CONFIRM(Edge.of(RECORDED, CONFIRMED, Role.ACCOUNTANT, Duty.APPROVE)),
 * REFUSE(Edge.of(RECORDED, REFUSED, Role.ACCOUNTANT, Duty.APPROVE).withReason()),
 * }</pre>
 *
 * What a person may do, what waits for whom, which buttons there are, what the API's document says and who is refused: all of it follows
 * from these tables.
 */
public interface Step {

    /**
     * @param from where the record stands before; empty when the step makes it
     * @param to where it stands after
     * @param role whose step it is
     * @param duty the duty that the step is part of, or null for what is nobody's duty
     * @param reasonNeeded it is only taken with a reason
     * @param ofOnesOwn only who initiated the record takes it
     */
    record Edge(
            Set<? extends Enum<?>> from, Enum<?> to, String role, Duty duty, boolean reasonNeeded, boolean ofOnesOwn) {

        /** The step that makes the record. */
        public static Edge first(Enum<?> to, String role) {
            return new Edge(Set.of(), to, role, Duty.INITIATE, false, false);
        }

        public static Edge of(Enum<?> from, Enum<?> to, String role, Duty duty) {
            return new Edge(Set.of(from), to, role, duty, false, false);
        }

        /** What came back is put right and waits again. */
        public static Edge change(Enum<?> from, Enum<?> to, String role) {
            return of(from, to, role, Duty.INITIATE);
        }

        /** A second person's yes to what waits. */
        public static Edge approval(Enum<?> from, Enum<?> to) {
            return of(from, to, Role.APPROVER, Duty.APPROVE);
        }

        /** A second person's no, with its reason. */
        public static Edge refusal(Enum<?> from, Enum<?> to) {
            return approval(from, to).withReason();
        }

        /** To take back what one has recorded oneself while it waits or has come back. */
        public static Edge withdrawal(Enum<?> to, String role, Enum<?>... from) {
            return new Edge(Set.of(from), to, role, null, false, true);
        }

        /** To propose that what is in force is undone. */
        public static Edge reversal(Enum<?> from, Enum<?> to, String role) {
            return of(from, to, role, Duty.INITIATE).withReason();
        }

        public Edge withReason() {
            return new Edge(from, to, role, duty, true, ofOnesOwn);
        }
    }

    String name();

    Edge edge();

    /** What it is called among the actions of a record: several steps may be one action, such as to decide. */
    default String action() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is done when it is done, for names of actions: {@code allocation.approved}. */
    default String past() {
        var verb = name().toLowerCase(Locale.ROOT);
        return switch (verb) {
            case "withdraw" -> "withdrawn";
            case "reverse" -> "reversal-proposed";
            case "approve_reversal" -> "reversed";
            case "refuse_reversal" -> "reversal-refused";
            default -> verb.endsWith("e") ? verb + "d" : verb + "ed";
        };
    }

    /** Whether it has an address of its own; otherwise it is taken at {@code /steps}. */
    default boolean hasAddress() {
        return !edge().ofOnesOwn() && !isReversing();
    }

    /**
     * Whether it proposes to undo what is in force. The three steps of a reversal are called alike in every table: REVERSE, with its reason,
     * leads from what is in force to what still counts and waits; APPROVE_REVERSAL undoes it, REFUSE_REVERSAL leads back.
     */
    default boolean isReversing() {
        return name().equals(Life.REVERSE);
    }

    /** Whether it is one of the three steps of a reversal: they happen on the day on which they are taken. */
    default boolean isOfReversal() {
        return isReversing() || name().equals(Life.APPROVE_REVERSAL) || name().equals(Life.REFUSE_REVERSAL);
    }

    /** Whether the record waits for somebody while it can be taken: a second person's duty. */
    default boolean isAwaited() {
        return edge().duty() != null && edge().duty() != Duty.INITIATE;
    }

    /** The one of a record's steps that is meant; refuses what is none, or has an address of its own, by naming those that can be taken here. */
    static <S extends Step> S meant(S[] table, StepTerms terms, LocalDate today) {
        var here = Arrays.stream(table).filter(step -> !step.hasAddress()).toList();
        mustBeSaid(terms, today);
        var meant = here.stream()
                .filter(step -> step.name().equals(terms.step()))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField(
                        InputRule.UNKNOWN_VALUE,
                        "step",
                        "allowed",
                        here.stream().map(Step::name).collect(Collectors.joining(", "))));
        if (meant.isReversing() && terms.on() != null && !terms.on().equals(today)) {
            throw Refusal.ofField(JournalRule.REVERSAL_COUNTS_TODAY, "on");
        }
        return meant;
    }

    /** Refuses what cannot be read as a step, its reason and its day, whichever step it is. */
    static void mustBeSaid(StepTerms terms, LocalDate today) {
        var checks = new Checks().text(terms.step(), "step", 50).optionalText(terms.reason(), "reason", 2000);
        if (terms.on() != null) {
            checks.happened(terms.on(), "on", today);
        }
        checks.done();
    }

    /** The step that a decision means: APPROVED is taken by APPROVE. Refuses one without an outcome, and a return or rejection without a reason. */
    static <S extends Enum<S> & Step> S decided(Class<S> table, Decision decision) {
        return Enum.valueOf(table, decided(decision));
    }

    /** The step that a decision means on a record that stands there: of a proposed reversal it is that which is decided on. */
    static <S extends Step> S decided(S[] table, Decision decision, Enum<?> status) {
        var ofRecord = decided(decision);
        var ofReversal = ofRecord.equals("APPROVE") ? Life.APPROVE_REVERSAL : Life.REFUSE_REVERSAL;
        return Arrays.stream(table)
                .filter(step ->
                        step.name().equals(ofReversal) && step.edge().from().contains(status))
                .findFirst()
                .orElseGet(() -> named(table, ofRecord));
    }

    /** The one of a table that is called so. */
    static <S extends Step> S named(S[] table, String name) {
        return Arrays.stream(table)
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String decided(Decision decision) {
        var outcome = decision.outcome();
        new Checks()
                .given(outcome, "outcome")
                .that(
                        outcome == null || outcome == Decision.Outcome.APPROVED || decision.reason() != null,
                        JournalRule.REASON_REQUIRED,
                        "reason",
                        "action",
                        outcome == Decision.Outcome.RETURNED ? "return" : "reject")
                .done();
        return switch (outcome) {
            case APPROVED -> "APPROVE";
            case RETURNED -> "RETURN";
            case REJECTED -> "REJECT";
        };
    }
}
