package org.fundtrail.records;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Moments;

/** Which records counted by a day, and with how much: what a figure of the position is made of. */
@ApplicationScoped
public class Counted {

    /**
     * A day that a list is asked for.
     *
     * @param day null for a list of no day
     * @param recorded how many entries it is read from
     * @param balances what the books keep then on the accounts of the records that count, read when it is asked for
     */
    public record Day(LocalDate day, Long recorded, Supplier<List<Balances.Balance>> balances) {
        /** What the records come to that count on these of the accounts. */
        Money kept(Predicate<Balances.Balance> of) {
            var sum = balances.get().stream()
                    .filter(of)
                    .map(Balances.Balance::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return Money.eur(sum.abs()); // an outside account gave it
        }
    }

    /**
     * On which accounts records count, and how much of what stands there is theirs.
     *
     * @param kind of the accounts; several with commas between them
     * @param function of the database that says with how much a record counted there by a day
     * @param besides kinds of accounts to which others may have moved it since, so that it stands there now
     */
    public record On(String kind, String function, List<String> besides) {
        /** What their own entries moved there: the account is another record's. */
        public static On entriesOfTheirs(String kind) {
            return new On(kind, "journal.counted", List.of());
        }

        /** All that stands on accounts of theirs, whatever moved it: entries about other records too. */
        public static On accountsOfTheirs(String kind) {
            return new On(kind, "journal.counted_of", List.of());
        }

        /** What counted there counts on where others moved it. */
        public On and(String... besides) {
            return new On(kind, function, List.of(besides));
        }

        /** What stands on accounts of theirs, of these kinds together, none of which another one fills. */
        public static On whatStandsOnTheirs(String... kinds) {
            return new On(String.join(",", kinds), "journal.stood_on", List.of());
        }

        /** What their own entries moved on accounts of others, of these kinds together, and those of what was recorded under them. */
        public static On entriesSinceTheirs(String... kinds) {
            return new On(String.join(",", kinds), "journal.counted_since", List.of());
        }

        String[] kinds() {
            return Stream.concat(Stream.of(kind.split(",")), besides.stream()).toArray(String[]::new);
        }
    }

    private final AgroalDataSource database;
    private final Balances balances;
    private final Moments moments;
    private final Time time;

    Counted(AgroalDataSource database, Balances balances, Moments moments, Time time) {
        this.database = database;
        this.balances = balances;
        this.moments = moments;
        this.time = time;
    }

    /**
     * Reads a list, at one moment if it is one as of a day: what is recorded meanwhile is in none of it.
     *
     * @param asOf the day as text of a query; blank for a list of no day
     * @param on where the records count
     */
    public <T> T read(String asOf, On on, Caller reader, Function<Day, T> reading) {
        if (asOf == null || asOf.isBlank()) {
            return reading.apply(new Day(null, null, List::of));
        }
        var day = time.dayUpToToday(asOf, "asOf");
        return moments.read(
                reader,
                null,
                "recorded",
                moment -> reading.apply(
                        new Day(day, moment.recorded(), () -> balances.asOf(day, time.today(), moment, on.kinds()))));
    }

    /** With how much each of these records counted by the day, by their ids; empty for no day. */
    public Map<UUID, Money> of(Collection<? extends Recorded> records, On on, Day by) {
        var found = new HashMap<UUID, Money>();
        if (by.day() == null || records.isEmpty()) {
            return found;
        }
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("SELECT r, " + on.function() + "(r, ?, ?) FROM unnest(?) AS r")) {
            select.setString(1, on.kind());
            select.setDate(2, Date.valueOf(by.day()));
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", records.stream().map(Recorded::id).toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), Money.eur(row.getBigDecimal(2)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
