package org.fundtrail.records;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fundtrail.common.Cursor;
import org.fundtrail.common.Duty;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.common.WaitingFilter;
import org.fundtrail.common.WaitingRecord;
import org.fundtrail.common.WaitingRecords;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Persons;

/** What waits for a second person, of all kinds of record: their steps say in which state and for whom. */
@ApplicationScoped
public class Waiting {

    /** However much waits, no more of it is counted. */
    private static final int MOST = 1000;

    private static final String NOT_OWN = " AND NOT EXISTS (SELECT FROM journal.duty d"
            + " WHERE d.record = w.id AND d.person = ? AND d.duty <> ALL (?))";

    /** A state in which a record waits for somebody with a role, to do a duty. */
    private record Awaited(String type, String status, String role, Duty duty) {}

    /** Names of our own, which stand in SQL as they are, so that the planner knows the index of what waits. */
    private record State(String type, String status) {}

    private final AgroalDataSource database;
    private final Instance<RecordKind> kinds;
    private final Persons persons;

    Waiting(AgroalDataSource database, Instance<RecordKind> kinds, Persons persons) {
        this.database = database;
        this.kinds = kinds;
        this.persons = persons;
    }

    /** Every state of every kind from which such a step leads, out of their tables of steps. */
    private List<Awaited> before(Predicate<Step> which) {
        return kinds.stream()
                .sorted(Comparator.comparing(RecordKind::type))
                .flatMap(kind -> Arrays.stream(kind.steps())
                        .filter(which)
                        .flatMap(step -> step.edge().from().stream()
                                .map(from -> new Awaited(
                                        kind.type(),
                                        from.name(),
                                        step.edge().role(),
                                        step.edge().duty()))))
                .distinct()
                .toList();
    }

    private String records() {
        return kinds.stream()
                .filter(kind -> kind.waiting() != null)
                .sorted(Comparator.comparing(RecordKind::type))
                .map(RecordKind::waiting)
                .collect(Collectors.joining("\nUNION ALL\n"));
    }

    /** Reads on after a cursor. Each kind in each state gives what comes first, out of an index: however much waits, no more is read. */
    public WaitingRecords list(Caller reader, WaitingFilter filter, String after, int limit) {
        var cursor = Cursor.decode(after);
        var all = before(Step::isAwaited); // a second person is waited for
        var mine = all.stream().filter(a -> reader.is(a.role())).toList();
        var asked = (filter.isMine() ? mine : all)
                .stream()
                        .filter(a -> filter.type == null || filter.type.equals(a.type()))
                        .toList();
        var found = asked.isEmpty() ? List.<WaitingRecord>of() : read(reader, filter, asked, mine, cursor, limit);
        var page = Page.of(
                found,
                limit,
                item -> new Cursor(
                        filter.isByAmount() ? byAmount(item) : item.recordedAt().toString(), item.id()),
                item -> item);
        return new WaitingRecords(page.items(), page.next(), count(reader, MOST));
    }

    private List<WaitingRecord> read(
            Caller reader, WaitingFilter filter, List<Awaited> asked, List<Awaited> mine, Cursor cursor, int limit) {
        var order = filter.isByAmount() ? "w.amount DESC, w.id DESC" : "w.recorded_at, w.id";
        var first = states(asked).stream()
                .map(state -> "(SELECT w.*, " + kind(state.type()).overriding() + " AS overriding FROM ("
                        + kind(state.type()).waiting() + ") w WHERE w.status = '" + state.status()
                        + "' AND (?::text IS NULL OR w.institution = ?)"
                        + (filter.isMine() ? NOT_OWN : "")
                        + (cursor == null ? "" : after(filter))
                        + " ORDER BY " + order + " LIMIT " + (limit + 1) + ")")
                .collect(Collectors.joining("\nUNION ALL\n"));
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT w.*, (SELECT duty FROM journal.duty d WHERE d.record = w.id AND d.person = ?) AS duty FROM ("
                                + first + ") w ORDER BY " + order + " LIMIT " + (limit + 1))) {
            int n = 1;
            select.setObject(n++, reader.id(), Types.OTHER);
            for (var state : states(asked)) {
                // their own institution decides
                var scope = filter.isMine() ? reader.institution() : reader.scope();
                select.setObject(n++, scope, Types.VARCHAR);
                select.setObject(n++, scope, Types.VARCHAR);
                if (filter.isMine()) {
                    n = notOwn(select, n, reader, mine, state);
                }
                if (cursor != null) {
                    select.setObject(n++, filter.isByAmount() ? amount(cursor) : time(cursor));
                    select.setObject(n++, cursor.id());
                }
            }
            var found = new ArrayList<WaitingRecord>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(item(row, mine, reader));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static String after(WaitingFilter filter) {
        return filter.isByAmount() ? " AND (w.amount, w.id) < (?, ?)" : " AND (w.recorded_at, w.id) > (?, ?)";
    }

    /** Nobody decides on what they recorded or changed. */
    private static int notOwn(PreparedStatement of, int n, Caller reader, List<Awaited> mine, State state)
            throws SQLException {
        var own = mine.stream()
                .filter(a -> new State(a.type(), a.status()).equals(state))
                .toList();
        of.setObject(n++, reader.id(), Types.OTHER);
        of.setArray(n++, array(of, own, a -> a.duty().name()));
        return n;
    }

    /** How many records the reader may decide on now, counted no further than to so many. */
    long count(Caller reader, int most) {
        var mine = before(Step::isAwaited).stream()
                .filter(a -> reader.is(a.role()))
                .toList();
        if (mine.isEmpty()) {
            return 0;
        }
        var counted = states(mine).stream()
                .map(state -> "(SELECT 1 FROM (" + kind(state.type()).waiting() + ") w WHERE w.status = '"
                        + state.status() + "' AND w.institution = ?" + NOT_OWN + " LIMIT " + most + ")")
                .collect(Collectors.joining("\nUNION ALL\n"));
        try (var connection = database.getConnection();
                var count = connection.prepareStatement(
                        "SELECT count(*) FROM (SELECT 1 FROM (" + counted + ") c LIMIT " + most + ") c")) {
            int n = 1;
            for (var state : states(mine)) {
                count.setString(n++, reader.institution());
                n = notOwn(count, n, reader, mine, state);
            }
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static List<State> states(List<Awaited> awaited) {
        return awaited.stream()
                .map(a -> new State(a.type(), a.status()))
                .distinct()
                .toList();
    }

    private RecordKind kind(String type) {
        return kinds.stream()
                .filter(kind -> kind.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** How many records that somebody recorded or changed still wait for somebody's duty, be it their own: to change what came back. */
    long openOf(UUID author) {
        var open =
                before(step -> step.edge().duty() != null && !step.isReversing()); // what is in force waits for nobody
        try (var connection = database.getConnection();
                var count = connection.prepareStatement("SELECT count(*) FROM (" + records() + """
                        ) w JOIN journal.duty d ON d.record = w.id
                        WHERE d.person = ? AND d.duty = 'INITIATE' AND (w.type, w.status) IN (SELECT * FROM unnest(?, ?))""")) {
            count.setObject(1, author);
            count.setArray(2, array(count, open, Awaited::type));
            count.setArray(3, array(count, open, Awaited::status));
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static Array array(PreparedStatement of, List<Awaited> states, Function<Awaited, String> column)
            throws SQLException {
        return of.getConnection()
                .createArrayOf("text", states.stream().map(column).toArray());
    }

    private WaitingRecord item(ResultSet row, List<Awaited> mine, Caller reader) throws SQLException {
        var duty = row.getString("duty");
        boolean mayDecide = reader.institution().equals(row.getString("institution"))
                && mine.stream()
                        .anyMatch(a -> is(a, row)
                                && (duty == null || duty.equals(a.duty().name())));
        return new WaitingRecord(
                row.getString("type"),
                row.getObject("id", UUID.class),
                row.getString("reference"),
                parent(row),
                row.getString("purpose"),
                amount(row),
                persons.ref(row.getObject("recorded_by", UUID.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                isOfReversal(row.getString("type"), row.getString("status")),
                mayDecide,
                Duty.INITIATE.name().equals(duty),
                row.getBoolean("overriding"));
    }

    /** What the record of a row comes to, or null where no money is on it: then it has no currency. */
    static Money amount(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return currency == null ? null : new Money(row.getBigDecimal("amount"), currency);
    }

    /** By which the list goes on: where no money is on a record, as if it were nothing. */
    private static String byAmount(WaitingRecord waiting) {
        return waiting.amount() == null ? "0" : waiting.amount().amount().toPlainString();
    }

    private boolean isOfReversal(String type, String status) {
        return kinds.stream()
                .filter(kind -> kind.type().equals(type))
                .flatMap(kind -> Arrays.stream(kind.steps()))
                .anyMatch(step -> step.isReversing() && step.edge().to().name().equals(status));
    }

    /** What the record of a row belongs to, or null. */
    static Subject parent(ResultSet row) throws SQLException {
        var id = row.getObject("parent_id", UUID.class);
        return id == null ? null : new Subject(row.getString("parent_type"), id, row.getString("parent_reference"));
    }

    private static boolean is(Awaited awaited, ResultSet row) {
        try {
            return awaited.type().equals(row.getString("type"))
                    && awaited.status().equals(row.getString("status"));
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static BigDecimal amount(Cursor cursor) {
        try {
            var amount = new BigDecimal(cursor.sort());
            if (Cursor.canBeKept(amount)) {
                return amount;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
    }

    private static OffsetDateTime time(Cursor cursor) {
        try {
            var time = Instant.parse(cursor.sort()).atOffset(ZoneOffset.UTC);
            if (time.getYear() >= 1990 && time.getYear() <= 9999) {
                return time;
            }
        } catch (java.time.DateTimeException e) {
            // said below
        }
        throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
    }
}
