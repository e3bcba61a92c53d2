package org.fundtrail.records;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.fundtrail.common.Duty;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.StepTaken;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;

/**
 * Takes the steps of records. Whoever calls it, a request, an import or a clock, is checked here: role, institution, state, reason, and
 * that nobody has two duties on one record. The database proves the last again: {@code journal.step} refers to {@code journal.duty},
 * whose key is record and person.
 */
@ApplicationScoped
public class Steps {
    private final AgroalDataSource database;
    private final Persons persons;

    Steps(AgroalDataSource database, Persons persons) {
        this.database = database;
        this.persons = persons;
    }

    /**
     * Takes a step of a record that is new or locked, and answers the change that the journal is to write with it.
     *
     * @throws Refusal reason-required, wrong-state, not-allowed, own-record, other-duty, not-own-record
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Change take(Stepped record, Step step, String reason, Writer by) {
        var edge = step.edge();
        boolean first = edge.from().isEmpty();
        var life = checked(record, step, reason, by);
        var before = first ? Map.<String, Object>of() : record.facts();
        record.become(edge.to());
        var taken = insert(record.id(), step, reason, life, by);
        return Change.of(record, edge.role(), record.subject().type() + "." + step.past(), by, before)
                .because(reason)
                .taking(taken);
    }

    /**
     * Refuses a step as {@link #take} would, and does not take it: for a step that says what has to be looked up first, since a record that
     * has taken it and does not say so yet is refused by its table.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void mustBeOpen(Stepped record, Step step, String reason, Writer by) {
        checked(record, step, reason, by);
    }

    private Life checked(Stepped record, Step step, String reason, Writer by) {
        var life = step.edge().from().isEmpty() ? Life.NEW : of(record.id());
        check(record, step, reason, life, by.caller());
        return life;
    }

    private static void check(Stepped record, Step step, String reason, Life life, Caller by) {
        var edge = step.edge();
        if (!by.is(edge.role())) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        Recorded.own(record, by);
        if (edge.reasonNeeded() && (reason == null || reason.isBlank())) {
            throw Refusal.ofField(
                    JournalRule.REASON_REQUIRED, "reason", "action", step.name().toLowerCase());
        }
        if (record.status() == null ? !edge.from().isEmpty() : !edge.from().contains(record.status())) {
            throw Refusal.of(
                    JournalRule.WRONG_STATE,
                    "status",
                    record.status().name(),
                    "action",
                    step.action().equals("decide") ? "decided" : step.past());
        }
        var duty = life.duty(by.id());
        if (edge.ofOnesOwn() && duty != Duty.INITIATE) {
            throw Refusal.of(JournalRule.NOT_OWN_RECORD, "action", step.name().toLowerCase());
        }
        if (edge.duty() != null && duty != null && duty != edge.duty()) {
            throw Refusal.of(
                    duty == Duty.INITIATE ? JournalRule.OWN_RECORD : JournalRule.OTHER_DUTY, "duty", duty.name());
        }
    }

    /** The row, and the duty that it proves; answers what the entry says of it. */
    private Map<String, Object> insert(UUID record, Step step, String reason, Life life, Writer by) {
        int n = life.next();
        int round = life.round(step);
        var duty = step.edge().duty() == null ? null : step.edge().duty().name();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        WITH d AS (
                            INSERT INTO journal.duty (record, person, duty) SELECT ?, ?, ?::text WHERE ?::text IS NOT NULL
                            ON CONFLICT ON CONSTRAINT one_duty_each DO NOTHING)
                        INSERT INTO journal.step (record, n, round, step, person, duty, at, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            var values = new Object[] {
                record,
                by.id(),
                duty,
                duty,
                record,
                n,
                round,
                step.name(),
                by.id(),
                duty,
                by.at().atOffset(ZoneOffset.UTC),
                reason
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
        var said = new LinkedHashMap<String, Object>();
        said.put("n", n);
        said.put("round", round);
        said.put("step", step.name());
        said.put("duty", duty);
        return said;
    }

    /** What was done with a record so far. */
    public Life of(UUID record) {
        return of(List.of(record)).getOrDefault(record, Life.NEW);
    }

    /** What is shown of records, by id, each with its life: one question for all of them. */
    public <R extends Recorded, V> Map<UUID, V> views(Collection<R> all, BiFunction<R, Life, V> view) {
        var lives = of(all.stream().map(Recorded::id).toList());
        return all.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Recorded::id, one -> view.apply(one, lives.getOrDefault(one.id(), Life.NEW))));
    }

    /** What was done with records so far, by record. */
    public Map<UUID, Life> of(Collection<UUID> records) {
        var found = new HashMap<UUID, List<StepTaken>>();
        if (records.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT record, n, round, step, person, duty, at, reason FROM journal.step
                        WHERE record = ANY (?) ORDER BY record, n""")) {
            select.setArray(1, connection.createArrayOf("uuid", records.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var duty = row.getString(6);
                    found.computeIfAbsent(row.getObject(1, UUID.class), record -> new ArrayList<>())
                            .add(new StepTaken(
                                    row.getInt(2),
                                    row.getInt(3),
                                    row.getString(4),
                                    new PersonRef(row.getObject(5, UUID.class), null),
                                    duty == null ? null : Duty.valueOf(duty),
                                    row.getObject(7, OffsetDateTime.class).toInstant(),
                                    row.getString(8)));
                }
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
        var lives = new HashMap<UUID, Life>();
        found.forEach((record, taken) ->
                lives.put(record, new Life(taken.stream().map(this::named).toList())));
        return lives;
    }

    private StepTaken named(StepTaken t) {
        return new StepTaken(t.n(), t.round(), t.step(), persons.ref(t.person().id()), t.duty(), t.at(), t.reason());
    }
}
