package org.fundtrail.journal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;

/** The accounts that a request moves, opened where they are missing and locked until its transaction ends. */
final class Ledger {

    /** An account as it stands while we hold its lock. */
    record Locked(UUID id, Account account, BigDecimal standing, LocalDate creditedOn, boolean opened) {}

    private final Connection connection;
    private final Map<String, Locked> locked;

    private Ledger(Connection connection, Map<String, Locked> locked) {
        this.connection = connection;
        this.locked = locked;
    }

    /** Locks all accounts of the changes at once, in one order. */
    static Ledger of(Connection connection, Collection<Change> changes) throws SQLException {
        var wanted = new TreeMap<String, Account>();
        var institutions = new HashMap<String, String>();
        for (var change : changes) {
            for (var transfer : change.transfers) {
                for (var account : List.of(transfer.debit(), transfer.credit())) {
                    var known = wanted.putIfAbsent(account.code(), account);
                    mustBeDefinedLike(account, known == null ? account.floor() : known.floor());
                    institutions.put(account.code(), change.institution);
                }
            }
        }
        return new Ledger(connection, wanted.isEmpty() ? Map.of() : lock(connection, wanted, institutions));
    }

    private static Map<String, Locked> lock(
            Connection connection, TreeMap<String, Account> wanted, Map<String, String> institutions)
            throws SQLException {
        var all = wanted.values();
        try (var select = connection.prepareStatement(
                "SELECT code, id, floor, standing, credited_on, opened FROM journal.lock_accounts(?, ?, ?, ?, ?, ?, ?, ?)")) {
            select.setArray(
                    1,
                    array(
                            connection,
                            "uuid",
                            all.stream()
                                    .map(a -> UuidCreator.getTimeOrderedEpoch())
                                    .toArray()));
            select.setArray(
                    2, array(connection, "text", all.stream().map(Account::kind).toArray()));
            select.setArray(
                    3,
                    array(connection, "uuid", all.stream().map(Account::owner).toArray()));
            select.setArray(
                    4,
                    array(connection, "uuid", all.stream().map(Account::party).toArray()));
            select.setArray(
                    5,
                    array(
                            connection,
                            "text",
                            all.stream().map(a -> institutions.get(a.code())).toArray()));
            select.setArray(
                    6,
                    array(
                            connection,
                            "text",
                            all.stream().map(Account::currency).toArray()));
            select.setArray(7, array(connection, "text", wanted.keySet().toArray()));
            select.setArray(
                    8,
                    array(
                            connection,
                            "numeric",
                            all.stream().map(Account::floor).toArray()));
            var locked = new HashMap<String, Locked>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var account = wanted.get(rows.getString(1));
                    mustBeDefinedLike(account, rows.getBigDecimal(3));
                    locked.put(
                            rows.getString(1),
                            new Locked(
                                    rows.getObject(2, UUID.class),
                                    account,
                                    rows.getBigDecimal(4),
                                    rows.getObject(5, LocalDate.class),
                                    rows.getBoolean(6)));
                }
            }
            return locked;
        }
    }

    private static java.sql.Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    /** A ceiling that is none for somebody else would be none for all: our own mistake, so a failure. */
    private static void mustBeDefinedLike(Account account, BigDecimal floor) {
        if (!account.isDefinedLike(floor)) {
            throw new IllegalStateException("The account " + account.code() + " is recorded with the floor " + floor
                    + " and now defined with " + account.floor());
        }
    }

    Locked at(Account account) {
        return locked.get(account.code());
    }

    /** Refuses by the rule of an account whose floor the request would break, all of it taken together. */
    void mustHold(Collection<Change> changes) {
        var net = new HashMap<String, BigDecimal>();
        var debited = new TreeMap<String, Account>();
        for (var change : changes) {
            for (var transfer : change.transfers) {
                var amount = transfer.amount().amount();
                net.merge(transfer.debit().code(), amount.negate(), BigDecimal::add);
                net.merge(transfer.credit().code(), amount, BigDecimal::add);
                debited.putIfAbsent(transfer.debit().code(), transfer.debit());
            }
        }
        debited.forEach((code, account) -> {
            var standing = locked.get(code).standing();
            var moved = net.get(code);
            if (account.floor() != null && standing.add(moved).compareTo(account.floor()) < 0) {
                throw Refusal.ofField(
                        account.refusal() == null ? JournalRule.FLOOR_REACHED : account.refusal(),
                        account.field(),
                        "available",
                        new Money(standing.subtract(account.floor()), account.currency()).toString(),
                        "amount",
                        new Money(moved.negate(), account.currency()).toString());
            }
        });
    }

    /**
     * Dates each change: on the day that was stated, but not before the money it draws on was there. So no floor is broken as of any day,
     * and on no day more is committed or received than is allocated.
     */
    void date(List<Change> changes) throws SQLException {
        boolean moved;
        do {
            moved = false;
            for (var change : changes) {
                for (var transfer : change.transfers) {
                    var drawnOn = at(transfer.debit());
                    if (drawnOn.account().floor() != null && cameLater(drawnOn, change, changes)) {
                        var day = firstDayThatHolds(drawnOn, change, changes);
                        moved |= day.isAfter(change.effective);
                        change.effective = day;
                    }
                }
            }
        } while (moved); // days only move forward, and never past the last credit
    }

    private static boolean cameLater(Locked drawnOn, Change change, List<Change> changes) {
        if (drawnOn.creditedOn() != null && drawnOn.creditedOn().isAfter(change.effective)) {
            return true;
        }
        return changes.size() > 1
                && changes.stream()
                        .filter(other -> other.effective.isAfter(change.effective))
                        .flatMap(other -> other.transfers.stream())
                        .anyMatch(
                                t -> t.credit().code().equals(drawnOn.account().code()));
    }

    private LocalDate firstDayThatHolds(Locked drawnOn, Change change, List<Change> changes) throws SQLException {
        var from = change.effective;
        var later = movedAfter(drawnOn.id(), from);
        var standing = drawnOn.standing().subtract(sum(later.values()));
        for (var other : changes) {
            var net = net(other, drawnOn.account());
            if (net.signum() != 0) {
                if (other.effective.isAfter(from)) {
                    later.merge(other.effective, net, BigDecimal::add);
                } else {
                    standing = standing.add(net);
                }
            }
        }
        var day = from;
        var days = new ArrayList<>(later.keySet());
        for (int i = 0; i <= days.size(); i++) {
            if (standing.compareTo(drawnOn.account().floor()) < 0 && i < days.size()) {
                day = days.get(i); // not enough until what came on that day
            }
            if (i < days.size()) {
                standing = standing.add(later.get(days.get(i)));
            }
        }
        return day;
    }

    private static BigDecimal net(Change change, Account account) {
        var net = BigDecimal.ZERO;
        for (var transfer : change.transfers) {
            if (transfer.debit().code().equals(account.code())) {
                net = net.subtract(transfer.amount().amount());
            }
            if (transfer.credit().code().equals(account.code())) {
                net = net.add(transfer.amount().amount());
            }
        }
        return net;
    }

    private static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What moved on the account after a day, day by day. */
    private TreeMap<LocalDate, BigDecimal> movedAfter(UUID account, LocalDate day) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT effective_date, sum(amount) FROM (
                    SELECT effective_date, -amount AS amount FROM journal.posting
                    WHERE log_id = 1 AND debit = ? AND effective_date > ?
                    UNION ALL
                    SELECT effective_date, amount FROM journal.posting
                    WHERE log_id = 1 AND credit = ? AND effective_date > ?) side
                GROUP BY effective_date""")) {
            select.setObject(1, account);
            select.setObject(2, day);
            select.setObject(3, account);
            select.setObject(4, day);
            var moved = new TreeMap<LocalDate, BigDecimal>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    moved.put(rows.getObject(1, LocalDate.class), rows.getBigDecimal(2));
                }
            }
            return moved;
        }
    }
}
