package org.fundtrail.records;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Duty;
import org.fundtrail.common.ReturnedRecord;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Persons;

/**
 * What came back to the person who recorded it: to be changed, until that is done, or refused for good, for thirty days. Both follow from
 * the life cycles: a record that its author can change came back, and one that was refused for a reason can go nowhere.
 */
@ApplicationScoped
public class Returned {
    private static final int MOST = 100;
    private static final Duration TOLD = Duration.ofDays(30);

    /** A state of a kind in which a record has come back, and the role that can change it there; null where it is refused for good. */
    private record State(RecordKind kind, String status, String changedBy) {}

    private final AgroalDataSource database;
    private final Instance<RecordKind> kinds;
    private final Persons persons;
    private final Time time;

    Returned(AgroalDataSource database, Instance<RecordKind> kinds, Persons persons, Time time) {
        this.database = database;
        this.kinds = kinds;
        this.persons = persons;
        this.time = time;
    }

    private List<State> states() {
        return kinds.stream()
                .filter(kind -> kind.waiting() != null)
                .sorted(Comparator.comparing(RecordKind::type))
                .flatMap(kind -> Stream.concat(changeable(kind), refused(kind)))
                .distinct()
                .toList();
    }

    private static Stream<State> changeable(RecordKind kind) {
        return Arrays.stream(kind.steps())
                .filter(step -> step.edge().duty() == Duty.INITIATE && !step.isReversing())
                .map(Step::edge)
                .flatMap(edge -> edge.from().stream()
                        .filter(from -> isReturned(kind, from))
                        .map(from -> new State(kind, from.name(), edge.role())));
    }

    /** Whether a second person's step leads there. */
    private static boolean isReturned(RecordKind kind, Enum<?> state) {
        return Arrays.stream(kind.steps())
                .anyMatch(step -> step.isAwaited() && step.edge().to() == state);
    }

    private static Stream<State> refused(RecordKind kind) {
        return Arrays.stream(kind.steps())
                .filter(step -> step.edge().reasonNeeded() && step.isAwaited())
                .map(step -> step.edge().to())
                .filter(to -> Arrays.stream(kind.steps())
                        .noneMatch(step -> step.edge().from().contains(to)))
                .map(to -> new State(kind, to.name(), null));
    }

    /** The latest of them first. */
    public List<ReturnedRecord> of(Caller reader) {
        var states = states();
        if (states.isEmpty() || reader.id() == null) {
            return List.of();
        }
        var records = states.stream()
                .map(state -> "(SELECT w.*, " + (state.changedBy() != null) + " AS may_change FROM ("
                        + state.kind().waiting() + ") w WHERE w.status = '" + state.status() + "')")
                .collect(Collectors.joining("\nUNION ALL\n"));
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT w.*, s.person, s.at, s.reason FROM (" + records + """
                        ) w JOIN journal.duty d ON d.record = w.id AND d.person = ? AND d.duty = 'INITIATE'
                        CROSS JOIN LATERAL (SELECT person, at, reason FROM journal.step WHERE record = w.id ORDER BY n DESC LIMIT 1) s
                        WHERE w.institution = ? AND (w.may_change OR s.at > ?) ORDER BY s.at DESC, w.id LIMIT\s""" + MOST)) {
            select.setObject(1, reader.id());
            select.setString(2, reader.institution());
            select.setObject(3, time.now().minus(TOLD).atOffset(ZoneOffset.UTC));
            var found = new ArrayList<ReturnedRecord>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(record(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** How many the reader can change now, counted no further than to so many. */
    long count(Caller reader, int most) {
        var records = states().stream()
                .filter(state -> state.changedBy() != null && reader.is(state.changedBy()))
                .map(state -> "SELECT w.id, w.institution FROM (" + state.kind().waiting() + ") w WHERE w.status = '"
                        + state.status() + "'")
                .collect(Collectors.joining("\nUNION ALL\n"));
        if (records.isEmpty() || reader.id() == null) {
            return 0;
        }
        try (var connection = database.getConnection();
                var count = connection.prepareStatement(
                        "SELECT count(*) FROM (SELECT FROM (" + records + """
                        ) w JOIN journal.duty d ON d.record = w.id AND d.person = ? AND d.duty = 'INITIATE'
                        WHERE w.institution = ? LIMIT\s""" + most + ") c")) {
            count.setObject(1, reader.id());
            count.setString(2, reader.institution());
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private ReturnedRecord record(ResultSet row) throws SQLException {
        return new ReturnedRecord(
                row.getString("type"),
                row.getObject("id", UUID.class),
                row.getString("reference"),
                Waiting.parent(row),
                Waiting.amount(row),
                row.getString("status"),
                persons.ref(row.getObject("person", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getBoolean("may_change"));
    }
}
