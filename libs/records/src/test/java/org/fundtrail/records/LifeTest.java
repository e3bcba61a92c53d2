package org.fundtrail.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.Duty;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.StepTaken;
import org.fundtrail.common.Subject;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
import org.junit.jupiter.api.Test;

/** What was done with a record says who may do what next. */
class LifeTest {
    private static final UUID RASA = new UUID(0, 1);
    private static final UUID TOMAS = new UUID(0, 2);
    private static final UUID EGLE = new UUID(0, 3);

    private enum State {
        RECEIVED,
        MATCHED,
        APPROVED,
        PAID,
        RETURNED,
        WITHDRAWN
    }

    /** Four people, as an invoice needs them. */
    private enum InvoiceStep implements Step {
        RECORD(Edge.first(State.RECEIVED, Role.PROJECT_OFFICER)),
        CHANGE(Edge.of(State.RETURNED, State.RECEIVED, Role.PROJECT_OFFICER, Duty.INITIATE)),
        MATCH(Edge.of(State.RECEIVED, State.MATCHED, Role.PROJECT_OFFICER, Duty.VERIFY)),
        APPROVE(Edge.of(State.MATCHED, State.APPROVED, Role.APPROVER, Duty.APPROVE)),
        RETURN(Edge.of(State.MATCHED, State.RETURNED, Role.APPROVER, Duty.APPROVE)
                .withReason()),
        DISPUTE(new Edge(Set.of(State.RECEIVED), State.RECEIVED, Role.PROJECT_OFFICER, null, true, false)),
        WITHDRAW(Edge.withdrawal(State.WITHDRAWN, Role.PROJECT_OFFICER, State.RECEIVED, State.RETURNED));

        private final Edge edge;

        InvoiceStep(Edge edge) {
            this.edge = edge;
        }

        @Override
        public Edge edge() {
            return edge;
        }
    }

    private static final class Invoice extends Stepped {
        private Enum<?> status;

        Invoice(Enum<?> status) {
            this.status = status;
            this.institution = "LT-VRM";
        }

        @Override
        public Enum<?> status() {
            return status;
        }

        @Override
        protected void become(Enum<?> next) {
            status = next;
        }

        @Override
        public Subject subject() {
            return new Subject("invoice", new UUID(0, 9), "INV-1");
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of();
        }
    }

    private static Life life(Object... steps) {
        var taken = new ArrayList<StepTaken>();
        int round = 1;
        for (int i = 0; i < steps.length; i += 2) {
            var step = (InvoiceStep) steps[i];
            round += step == InvoiceStep.CHANGE ? 1 : 0;
            taken.add(new StepTaken(
                    i / 2 + 1,
                    round,
                    step.name(),
                    new PersonRef((UUID) steps[i + 1], "Name"),
                    step.edge().duty(),
                    Instant.EPOCH.plusSeconds(i),
                    step.edge().reasonNeeded() ? "Because" : null));
        }
        return new Life(taken);
    }

    private static Caller caller(UUID id, String... roles) {
        return new Caller(id, "Name", Set.of(roles), "LT-VRM", "web");
    }

    private static List<String> open(Life life, State state, Caller reader) {
        return life.open(new Invoice(state), InvoiceStep.values(), reader).stream()
                .map(Step::name)
                .toList();
    }

    @Test
    void who_recorded_it_may_take_it_back_and_not_check_it() {
        var life = life(InvoiceStep.RECORD, RASA);
        assertEquals(List.of("DISPUTE", "WITHDRAW"), open(life, State.RECEIVED, caller(RASA, Role.PROJECT_OFFICER)));
        assertEquals(List.of("MATCH", "DISPUTE"), open(life, State.RECEIVED, caller(TOMAS, Role.PROJECT_OFFICER)));
        assertEquals(List.of(), open(life, State.RECEIVED, caller(TOMAS, Role.APPROVER)));
        assertEquals(List.of("MATCH", "DISPUTE"), open(life, State.RECEIVED, caller(null, Role.PROJECT_OFFICER)));
    }

    @Test
    void who_checked_it_does_not_approve_it_and_who_approves_may_do_so_in_every_round() {
        var life = life(InvoiceStep.RECORD, RASA, InvoiceStep.MATCH, TOMAS);
        assertEquals(List.of(), open(life, State.MATCHED, caller(TOMAS, Role.APPROVER)));
        assertEquals(List.of("APPROVE", "RETURN"), open(life, State.MATCHED, caller(EGLE, Role.APPROVER)));
        var again = life(
                InvoiceStep.RECORD,
                RASA,
                InvoiceStep.MATCH,
                TOMAS,
                InvoiceStep.RETURN,
                EGLE,
                InvoiceStep.CHANGE,
                RASA,
                InvoiceStep.MATCH,
                TOMAS);
        assertEquals(List.of("APPROVE", "RETURN"), open(again, State.MATCHED, caller(EGLE, Role.APPROVER)));
        assertEquals(List.of(), open(again, State.MATCHED, caller(RASA, Role.APPROVER)));
    }

    @Test
    void what_belongs_to_another_institution_is_nobodys_here() {
        var foreign = new Caller(TOMAS, "Name", Set.of(Role.PROJECT_OFFICER), "LV-IEM", "web");
        assertEquals(List.of(), open(life(InvoiceStep.RECORD, RASA), State.RECEIVED, foreign));
    }

    @Test
    void the_decision_that_stands_is_the_last_word_of_a_second_person() {
        var recorded = life(InvoiceStep.RECORD, RASA);
        assertNull(recorded.decision());
        assertNull(recorded.decidedBy());
        assertNull(recorded.decidedAt());
        assertNull(recorded.reason());
        var returned = life(InvoiceStep.RECORD, RASA, InvoiceStep.MATCH, TOMAS, InvoiceStep.RETURN, EGLE);
        assertEquals(EGLE, returned.decidedBy().id());
        assertEquals(Instant.EPOCH.plusSeconds(4), returned.decidedAt());
        assertEquals("Because", returned.reason());
        var changed = life(
                InvoiceStep.RECORD, RASA, InvoiceStep.MATCH, TOMAS, InvoiceStep.RETURN, EGLE, InvoiceStep.CHANGE, RASA);
        assertNull(changed.decision());
        assertNull(changed.reason());
        var disputed = life(InvoiceStep.RECORD, RASA, InvoiceStep.DISPUTE, TOMAS);
        assertNull(disputed.decision(), "nobody's duty decides nothing");
        assertEquals("Because", disputed.reason());
        assertNull(Life.NEW.reason());
        assertNull(Life.NEW.decision());
    }

    @Test
    void sent_again_is_another_round_and_steps_are_numbered() {
        assertEquals(1, Life.NEW.next());
        assertEquals(1, Life.NEW.round(InvoiceStep.RECORD));
        var returned = life(InvoiceStep.RECORD, RASA, InvoiceStep.MATCH, TOMAS, InvoiceStep.RETURN, EGLE);
        assertEquals(4, returned.next());
        assertEquals(2, returned.round(InvoiceStep.CHANGE));
        assertEquals(1, returned.round(InvoiceStep.MATCH));
        var changed = life(InvoiceStep.RECORD, RASA, InvoiceStep.RETURN, EGLE, InvoiceStep.CHANGE, RASA);
        assertEquals(2, changed.round(InvoiceStep.MATCH));
    }

    @Test
    void actions_name_steps_once_and_then_what_else_there_is_to_do() {
        var life = life(InvoiceStep.RECORD, RASA, InvoiceStep.MATCH, TOMAS);
        assertEquals(
                List.of("approve", "return", "print"),
                life.actions(new Invoice(State.MATCHED), InvoiceStep.values(), caller(EGLE, Role.APPROVER), "print"));
        assertTrue(life.isBy(caller(RASA)));
        assertFalse(life.isBy(caller(TOMAS)));
        assertFalse(life.isBy(caller(null)));
    }

    @Test
    void a_step_says_what_is_done_who_is_waited_for_and_where_it_is_taken() {
        assertEquals("recorded", InvoiceStep.RECORD.past());
        assertEquals("approved", InvoiceStep.APPROVE.past());
        assertEquals("changed", InvoiceStep.CHANGE.past());
        assertEquals("withdrawn", InvoiceStep.WITHDRAW.past());
        assertEquals("match", InvoiceStep.MATCH.action());
        assertTrue(InvoiceStep.MATCH.isAwaited());
        assertFalse(InvoiceStep.CHANGE.isAwaited());
        assertFalse(InvoiceStep.DISPUTE.isAwaited());
        assertTrue(InvoiceStep.MATCH.hasAddress());
        assertFalse(InvoiceStep.WITHDRAW.hasAddress());
    }

    @Test
    void sentences_are_filled_from_what_an_entry_is_about() {
        var subject = new Subject("person", UUID.randomUUID(), "A-1");
        assertEquals(
                "Erased the personal data of a person who acted here",
                Sentences.of("person.erased", subject, null, Map.of(), Sentences.Language.EN));
        assertEquals("no.such A-1", Sentences.of("no.such", subject, null, Map.of(), Sentences.Language.LT));
    }
}
