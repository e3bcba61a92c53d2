package org.fundtrail.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;

/**
 * Writes changes into the one record of money, audit and events, inside the transaction of the change itself: both are kept, or neither.
 *
 * <p>Order of locks, so that they never cross: the caller's key and entity are locked before; here the entity's own changes are flushed,
 * then the balances are locked in the order of their accounts, then entry and postings are written, and {@code pending} last of all.
 */
@ApplicationScoped
public class Journal {
    /** One log per service for now; every key starts with it. */
    static final short LOG = 1;

    private static final int LARGEST_BODY = 65_535;
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final AgroalDataSource database;
    private final EntityManager entities;
    private final ClaimedKey key;
    private final Time time;

    Journal(AgroalDataSource database, EntityManager entities, ClaimedKey key, Time time) {
        this.database = database;
        this.entities = entities;
        this.key = key;
        this.time = time;
    }

    /**
     * Writes the entry of an accepted change and moves its money.
     *
     * @throws Refusal by the rule of the account whose floor would be broken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(Change change) {
        entities.flush();
        var recordedAt = time.now();
        if (change.effective == null) {
            change.effective = time.today();
        }
        try (var connection = database.getConnection()) {
            var accounts = lockedBalances(connection, change.transfers);
            move(connection, change.transfers, accounts);
            var entry = insertEntry(connection, change, recordedAt);
            insertPostings(connection, entry, change, accounts);
            try (var last =
                    connection.prepareStatement("INSERT INTO journal.pending (log_id, entry_id) VALUES (?, ?)")) {
                last.setShort(1, LOG);
                last.setObject(2, entry);
                last.executeUpdate();
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** An account's row as it stands while we hold its lock. */
    private static final class Locked {
        final UUID id;
        final BigDecimal floor;
        BigDecimal debits;
        BigDecimal credits;

        Locked(UUID id, BigDecimal floor, BigDecimal debits, BigDecimal credits) {
            this.id = id;
            this.floor = floor;
            this.debits = debits;
            this.credits = credits;
        }

        BigDecimal standing() {
            return credits.subtract(debits);
        }
    }

    private Map<String, Locked> lockedBalances(Connection connection, List<Change.Transfer> transfers)
            throws SQLException {
        var wanted = new TreeMap<String, Account>();
        var currencies = new HashMap<String, String>();
        for (var transfer : transfers) {
            for (var account : List.of(transfer.debit(), transfer.credit())) {
                wanted.put(account.code(), account);
                currencies.put(account.code(), transfer.amount().currency());
            }
        }
        if (wanted.isEmpty()) {
            return Map.of();
        }
        open(connection, wanted, currencies);
        var locked = new HashMap<String, Locked>();
        try (var select = connection.prepareStatement("""
                SELECT a.code, b.account_id, b.floor, b.debits, b.credits
                FROM journal.balance b JOIN journal.account a ON a.log_id = b.log_id AND a.id = b.account_id
                WHERE b.log_id = ? AND a.code = ANY (?)
                ORDER BY b.account_id
                FOR NO KEY UPDATE OF b""")) {
            select.setShort(1, LOG);
            select.setArray(2, connection.createArrayOf("text", wanted.keySet().toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    locked.put(
                            rows.getString(1),
                            new Locked(
                                    rows.getObject(2, UUID.class),
                                    rows.getBigDecimal(3),
                                    rows.getBigDecimal(4),
                                    rows.getBigDecimal(5)));
                }
            }
        }
        return locked;
    }

    /** Opens what is not there yet, in the order of the codes, so that two who open the same accounts wait for each other one way. */
    private void open(Connection connection, TreeMap<String, Account> wanted, Map<String, String> currencies)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                WITH opened AS (
                    INSERT INTO journal.account (log_id, id, kind, owner, party, code, currency) VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (log_id, code) DO NOTHING RETURNING log_id, id)
                INSERT INTO journal.balance (log_id, account_id, floor) SELECT log_id, id, ? FROM opened""")) {
            for (var account : wanted.values()) {
                insert.setShort(1, LOG);
                insert.setObject(2, UuidCreator.getTimeOrderedEpoch());
                insert.setString(3, account.kind());
                insert.setObject(4, account.owner());
                insert.setObject(5, account.party());
                insert.setString(6, account.code());
                insert.setString(7, currencies.get(account.code()));
                insert.setBigDecimal(8, account.floor());
                insert.executeUpdate();
            }
        }
    }

    private void move(Connection connection, List<Change.Transfer> transfers, Map<String, Locked> balances)
            throws SQLException {
        for (var transfer : transfers) {
            var from = balances.get(transfer.debit().code());
            var to = balances.get(transfer.credit().code());
            var amount = transfer.amount().amount();
            if (from.floor != null && from.standing().subtract(amount).compareTo(from.floor) < 0) {
                var account = transfer.debit();
                throw Refusal.ofField(
                        account.refusal() == null ? JournalRule.FLOOR_REACHED : account.refusal(),
                        account.field(),
                        "available",
                        new Money(from.standing(), transfer.amount().currency()).toString(),
                        "amount",
                        transfer.amount().toString());
            }
            from.debits = from.debits.add(amount);
            to.credits = to.credits.add(amount);
        }
        try (var update = connection.prepareStatement(
                "UPDATE journal.balance SET debits = ?, credits = ? WHERE log_id = ? AND account_id = ?")) {
            for (var balance : balances.values()) {
                update.setBigDecimal(1, balance.debits);
                update.setBigDecimal(2, balance.credits);
                update.setShort(3, LOG);
                update.setObject(4, balance.id);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private UUID insertEntry(Connection connection, Change change, Instant recordedAt) throws SQLException {
        var id = UuidCreator.getTimeOrderedEpoch();
        var body = CanonicalJson.bytes(body(id, change, recordedAt));
        if (body.length > LARGEST_BODY) {
            throw Refusal.of(JournalRule.RECORD_TOO_LARGE);
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO journal.entry (log_id, id, client, idempotency_key, institution, actor, role, action,
                    subject_type, subject_id, subject_reference, parent_type, parent_id, parent_reference,
                    sentence, reason, effective_date, recorded_at, body, leaf_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            var parent = change.parent;
            var values = new Object[] {
                LOG,
                id,
                change.by.keyring(),
                key.value(),
                change.institution,
                change.by.subject(),
                change.role,
                change.action,
                change.subject.type(),
                change.subject.id(),
                change.subject.reference(),
                parent == null ? null : parent.type(),
                parent == null ? null : parent.id(),
                parent == null ? null : parent.reference(),
                change.sentence,
                change.reason,
                Date.valueOf(change.effective),
                recordedAt.atOffset(ZoneOffset.UTC),
                body,
                leafHash(body)
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
        try (var person = connection.prepareStatement("""
                INSERT INTO journal.person (subject, name)
                SELECT ?, ? WHERE NOT EXISTS (SELECT FROM journal.person WHERE subject = ? AND name = ?)
                ON CONFLICT (subject) DO UPDATE SET name = excluded.name""")) { // looked up first: the conflict would lock them
            person.setString(1, change.by.subject());
            person.setString(2, change.by.name());
            person.setString(3, change.by.subject());
            person.setString(4, change.by.name());
            person.executeUpdate();
        }
        return id;
    }

    private void insertPostings(Connection connection, UUID entry, Change change, Map<String, Locked> accounts)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO journal.posting (log_id, entry_id, line, debit, credit, amount, currency, effective_date)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            short line = 1;
            for (var transfer : change.transfers) {
                insert.setShort(1, LOG);
                insert.setObject(2, entry);
                insert.setShort(3, line++);
                insert.setObject(4, accounts.get(transfer.debit().code()).id);
                insert.setObject(5, accounts.get(transfer.credit().code()).id);
                insert.setBigDecimal(6, transfer.amount().amount());
                insert.setString(7, transfer.amount().currency());
                insert.setDate(8, Date.valueOf(change.effective));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Everything the entry says, as it is hashed: identifiers only, no person's name. */
    private Map<String, Object> body(UUID id, Change change, Instant recordedAt) {
        var body = new LinkedHashMap<String, Object>();
        body.put("log", LOG);
        body.put("id", id.toString());
        body.put("client", change.by.client());
        body.put("idempotencyKey", key.value());
        body.put("institution", change.institution);
        body.put("actor", change.by.subject());
        body.put("role", change.role);
        body.put("action", change.action);
        body.put("subject", subject(change.subject));
        body.put("parent", change.parent == null ? null : subject(change.parent));
        body.put("sentence", change.sentence);
        body.put("reason", change.reason);
        body.put("effectiveDate", change.effective.toString());
        body.put("recordedAt", MICROS.format(recordedAt));
        body.put(
                "changes",
                change.fields.stream()
                        .map(f -> {
                            var field = new LinkedHashMap<String, Object>();
                            field.put("field", f.field());
                            field.put("before", f.before());
                            field.put("after", f.after());
                            return field;
                        })
                        .toList());
        body.put(
                "postings",
                change.transfers.stream()
                        .map(t -> Map.of(
                                "debit", t.debit().code(),
                                "credit", t.credit().code(),
                                "amount", t.amount().amount().toPlainString(),
                                "currency", t.amount().currency()))
                        .toList());
        return body;
    }

    private static Map<String, Object> subject(Subject subject) {
        return Map.of("type", subject.type(), "id", subject.id().toString(), "reference", subject.reference());
    }

    /** The RFC 9162 hash of a leaf: SHA-256 of a zero byte and the body. */
    public static byte[] leafHash(byte[] body) {
        return sha256(new byte[] {0}, body);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(String text) {
        return sha256(text.getBytes(UTF_8));
    }
}
