package org.fundtrail.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;

/**
 * Writes changes into the one record of money, audit and events, inside the transaction of the changes themselves: all are kept, or none.
 *
 * <p>Order of locks, so that they never cross: the caller's key, parents and the records themselves are locked before; here what was
 * changed in them is flushed, then all balances are locked in the order of their accounts, then entries and postings are written. With
 * its entry the database notes that it waits to be sealed, while those locks are held.
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
    private final History history;

    Journal(AgroalDataSource database, EntityManager entities, History history) {
        this.database = database;
        this.entities = entities;
        this.history = history;
    }

    /** Writes the one change of a request. */
    public void write(Change change) {
        write(List.of(change));
    }

    /**
     * Writes the changes of a request, in this order, and moves their money. It is called once in a transaction, with all of them: the
     * floors of accounts hold for the net, and all accounts are locked at once.
     *
     * @throws Refusal by the rule of the account whose floor would be broken; and all while the record does not go on
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(List<Change> changes) {
        history.mustGoOn(changes);
        changes.forEach(Change::settle);
        entities.flush();
        try (var connection = database.getConnection()) {
            var ledger = Ledger.of(connection, changes);
            ledger.mustHold(changes);
            ledger.date(changes);
            var entries = insertEntries(connection, changes, ledger);
            insertPostings(connection, entries, changes, ledger);
            insertVersions(connection, entries, changes);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private List<UUID> insertEntries(Connection connection, List<Change> changes, Ledger ledger) throws SQLException {
        var entries = new ArrayList<UUID>();
        var opened = new HashSet<String>();
        try (var insert = connection.prepareStatement("""
                INSERT INTO journal.entry (log_id, id, actor, client, idempotency_key, line, institution, role, action,
                    subject_type, subject_id, subject_reference, parent_type, parent_id, parent_reference,
                    reason, effective_date, stated_date, recorded_at, body, leaf_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (var change : changes) {
                var id = UuidCreator.getTimeOrderedEpoch();
                entries.add(id);
                short line = (short) entries.size();
                var body = CanonicalJson.bytes(body(id, line, change, opens(change, ledger, opened)));
                if (body.length > LARGEST_BODY) {
                    throw Refusal.of(JournalRule.RECORD_TOO_LARGE);
                }
                bind(insert, id, line, change, body);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return entries;
    }

    private static void bind(PreparedStatement insert, UUID id, short line, Change change, byte[] body)
            throws SQLException {
        var by = change.by;
        var parent = change.parent;
        var values = new Object[] {
            LOG,
            id,
            by.id(),
            by.caller().client(),
            by.key(),
            line,
            change.institution,
            change.role,
            change.action,
            change.subject.type(),
            change.subject.id(),
            change.subject.reference(),
            parent == null ? null : parent.type(),
            parent == null ? null : parent.id(),
            parent == null ? null : parent.reference(),
            change.reason,
            Date.valueOf(change.effective),
            Date.valueOf(change.stated),
            by.at().atOffset(ZoneOffset.UTC),
            body,
            leafHash(body)
        };
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
    }

    /** The accounts that this entry is the first to move: what they are is said once, here. */
    private static List<Map<String, Object>> opens(Change change, Ledger ledger, HashSet<String> opened) {
        var opens = new ArrayList<Map<String, Object>>();
        change.transfers.stream().flatMap(t -> Stream.of(t.debit(), t.credit())).forEach(account -> {
            if (ledger.at(account).opened() && opened.add(account.code())) {
                var said = new LinkedHashMap<String, Object>();
                said.put("code", account.code());
                said.put("currency", account.currency());
                said.put(
                        "floor",
                        account.floor() == null
                                ? null
                                : account.floor().setScale(2).toPlainString());
                opens.add(said);
            }
        });
        return opens;
    }

    /** All postings in one statement, by which the database moves the balances: their floors hold for the net. */
    private static void insertPostings(Connection connection, List<UUID> entries, List<Change> changes, Ledger ledger)
            throws SQLException {
        var columns = new HashMap<String, List<Object>>();
        for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            short line = 1;
            for (var transfer : change.transfers) {
                add(columns, "entry", entries.get(i));
                add(columns, "line", line++);
                add(columns, "debit", ledger.at(transfer.debit()).id());
                add(columns, "credit", ledger.at(transfer.credit()).id());
                add(columns, "amount", transfer.amount().amount());
                add(columns, "currency", transfer.amount().currency());
                add(columns, "day", change.effective.toString());
            }
        }
        if (columns.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO journal.posting (log_id, entry_id, line, debit, credit, amount, currency, effective_date)
                SELECT 1, * FROM unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::uuid[], ?::numeric[], ?::text[], ?::date[])""")) {
            int n = 1;
            for (var column : List.of("entry", "line", "debit", "credit", "amount", "currency", "day")) {
                insert.setArray(
                        n++,
                        connection.createArrayOf(
                                "text",
                                columns.get(column).stream()
                                        .map(String::valueOf)
                                        .toArray()));
            }
            insert.executeUpdate();
        }
    }

    private static void add(Map<String, List<Object>> columns, String column, Object value) {
        columns.computeIfAbsent(column, c -> new ArrayList<>()).add(value);
    }

    private static void insertVersions(Connection connection, List<UUID> entries, List<Change> changes)
            throws SQLException {
        if (changes.stream().noneMatch(c -> c.record != null && c.record.isInPositions())) {
            return;
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO journal.version (log_id, entry_id, type, record_id, institution, facts)
                VALUES (?, ?, ?, ?, ?, ?)""")) {
            for (int i = 0; i < changes.size(); i++) {
                var change = changes.get(i);
                if (change.record != null && change.record.isInPositions()) {
                    insert.setShort(1, LOG);
                    insert.setObject(2, entries.get(i));
                    insert.setString(3, change.subject.type());
                    insert.setObject(4, change.subject.id());
                    insert.setString(5, change.institution);
                    insert.setString(6, CanonicalJson.text(change.after));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Everything the entry says, as it is hashed: ids of persons and hashes of their data only. */
    private static Map<String, Object> body(UUID id, short line, Change change, List<Map<String, Object>> opens) {
        var by = change.by;
        var body = new LinkedHashMap<String, Object>();
        body.put("log", LOG);
        body.put("id", id.toString());
        body.put("actor", by.id().toString());
        body.put("client", by.caller().client());
        body.put("idempotencyKey", by.key());
        body.put("line", line);
        body.put("institution", change.institution);
        body.put("role", change.role);
        body.put("action", change.action);
        body.put("subject", subject(change.subject));
        body.put("parent", change.parent == null ? null : subject(change.parent));
        body.put("about", change.about);
        body.put("reason", change.reason);
        body.put("effectiveDate", change.effective.toString());
        body.put("statedDate", change.stated.toString());
        body.put("recordedAt", MICROS.format(by.at()));
        body.put("step", change.step);
        if (change.reverses != null) { // said by reversals alone
            body.put("reverses", place(change.reverses));
        }
        body.put("changes", change.fields.stream().map(Journal::field).toList());
        body.put("opens", opens);
        body.put("postings", change.transfers.stream().map(Journal::posting).toList());
        return body;
    }

    private static Map<String, Object> place(Change.Place entry) {
        return Map.of("position", entry.position(), "id", entry.id().toString());
    }

    private static Map<String, Object> field(Change.Field changed) {
        var field = new LinkedHashMap<String, Object>();
        field.put("field", changed.field());
        field.put("before", changed.before());
        field.put("after", changed.after());
        return field;
    }

    private static Map<String, Object> posting(Change.Transfer moved) {
        return Map.of(
                "debit", moved.debit().code(),
                "credit", moved.credit().code(),
                "amount", moved.amount().amount().toPlainString(),
                "currency", moved.amount().currency());
    }

    private static Map<String, Object> subject(Subject subject) {
        return Map.of("type", subject.type(), "id", subject.id().toString(), "reference", subject.reference());
    }

    /** The RFC 9162 hash of a leaf: SHA-256 of a zero byte and the body. */
    public static byte[] leafHash(byte[] body) {
        return sha256(new byte[] {0}, body);
    }

    public static byte[] sha256(byte[]... parts) {
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

    public static byte[] sha256(String text) {
        return sha256(text.getBytes(UTF_8));
    }
}
