package org.fundtrail.records.proof;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Cursor;
import org.fundtrail.common.FindingAnswer;
import org.fundtrail.common.FindingProblem;
import org.fundtrail.common.FindingView;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.common.value.Values;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.CanonicalJson;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Documented;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Answer;
import org.fundtrail.records.RecordKind;

/** What checks have found. It stays open until an administrator has answered it in writing; the answer is an entry. */
@ApplicationScoped
public class KeptFindings implements RecordKind {
    private static final String COLUMNS =
            "SELECT id, verification_id, found_at, table_name, record, field, entry_position, problem, expected,"
                    + " found, answered_by, answered_at, answer FROM journal.finding ";

    private final AgroalDataSource database;
    private final Persons persons;
    private final Journal journal;

    KeptFindings(AgroalDataSource database, Persons persons, Journal journal) {
        this.database = database;
        this.persons = persons;
        this.journal = journal;
    }

    @Override
    public String type() {
        return "finding";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return read(id, "");
    }

    /** Keeps what a check has found, but for what is open already; what was answered and is found again is found anew. */
    void keep(UUID verification, List<Finding> findings, Instant now) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO journal.finding (id, verification_id, n, found_at, table_name, record, field, entry_position, problem,
                            expected, found, content)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (content) WHERE answered_at IS NULL DO NOTHING""")) {
            int n = 0;
            for (var one : findings) {
                var values = new Object[] {
                    UuidCreator.getTimeOrderedEpoch(),
                    verification,
                    ++n,
                    Verifications.moment(now),
                    one.table(),
                    one.record(),
                    one.field(),
                    one.position(),
                    one.problem().name(),
                    one.expected(),
                    one.found(),
                    content(one)
                };
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static byte[] content(Finding one) {
        var said = new ArrayList<Object>();
        said.addAll(java.util.Arrays.asList(
                one.table(),
                one.record(),
                one.field(),
                one.position(),
                one.problem().name(),
                one.expected(),
                one.found()));
        return Journal.sha256(CanonicalJson.bytes(said));
    }

    public long countOpen() {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("SELECT count(*) FROM journal.finding WHERE answered_at IS NULL");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /**
     * In the order in which they were found.
     *
     * @param open only those that nobody has answered, only those that somebody has, or null for all
     */
    public Page<FindingView> list(Boolean open, String after, int limit) {
        var cursor = Cursor.decode(after);
        var where = open == null ? "WHERE true" : open ? "WHERE answered_at IS NULL" : "WHERE answered_at IS NOT NULL";
        var order = " ORDER BY found_at, id LIMIT " + (limit + 1);
        var found = cursor == null
                ? all(where + order)
                : all(where + " AND (found_at, id) > (?, ?)" + order, Verifications.at(cursor), cursor.id());
        return Page.of(found, limit, one -> new Cursor(one.foundAt().toString(), one.id()), one -> one);
    }

    public FindingView read(UUID id) {
        return read(id, "");
    }

    private FindingView read(UUID id, String lock) {
        return all("WHERE id = ?" + lock, id).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** A finding as its entry says it. */
    private record Answered(FindingView finding) implements Documented {
        @Override
        public Subject subject() {
            return new Subject(
                    "finding", finding.id(), finding.table() + (finding.field() == null ? "" : "." + finding.field()));
        }

        @Override
        public Map<String, Object> facts() {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("table", finding.table());
            facts.put("record", finding.record());
            facts.put("field", finding.field());
            facts.put("problem", finding.problem().name());
            facts.put("expected", finding.expected());
            facts.put("found", finding.found());
            return facts;
        }
    }

    /** Answers one, once. */
    @Transactional
    public Answer answer(UUID id, FindingAnswer said, Writer by) {
        Values.check(said, by.today());
        var finding = read(id, " FOR UPDATE");
        if (finding.answeredAt() != null) {
            throw Refusal.of(ProofRule.FINDING_ANSWERED);
        }
        journal.write(Change.of(new Answered(finding), Role.ADMINISTRATOR, "finding.answered", by, Map.of())
                .because(said.answer()));
        try (var connection = database.getConnection();
                var update = Verifications.prepared(
                        connection,
                        "UPDATE journal.finding SET answered_by = ?, answered_at = ?, answer = ? WHERE id = ?",
                        by.id(),
                        Verifications.moment(by.at()),
                        said.answer(),
                        id)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
        return new Answer(200, read(id, ""), null, type(), id, 1);
    }

    private List<FindingView> all(String where, Object... values) {
        try (var connection = database.getConnection();
                var select = Verifications.prepared(connection, COLUMNS + where, values);
                var row = select.executeQuery()) {
            var found = new ArrayList<FindingView>();
            while (row.next()) {
                found.add(view(row));
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private FindingView view(ResultSet row) throws SQLException {
        return new FindingView(
                row.getObject("id", UUID.class),
                row.getObject("verification_id", UUID.class),
                Verifications.instant(row, "found_at"),
                row.getString("table_name"),
                row.getString("record"),
                row.getString("field"),
                row.getObject("entry_position", Long.class),
                FindingProblem.valueOf(row.getString("problem")),
                row.getString("expected"),
                row.getString("found"),
                persons.ref(row.getObject("answered_by", UUID.class)),
                Verifications.instant(row, "answered_at"),
                row.getString("answer"));
    }
}
