package org.fundtrail.funding.trace;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.recovery.RecoveryFindingView;
import org.fundtrail.funding.api.recovery.RecoveryStatus;
import org.fundtrail.funding.api.trace.TracedAid;
import org.fundtrail.funding.api.trace.TracedAid.TracedAllocation;
import org.fundtrail.funding.api.trace.TracedAid.TracedCommitment;
import org.fundtrail.funding.api.trace.TracedAid.TracedLine;
import org.fundtrail.funding.api.trace.TracedAid.TracedReceipt;
import org.fundtrail.funding.api.trace.TracedAid.TracedRecovery;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;

/** Reads which aid is behind something: however much of it there is, in five questions. */
@ApplicationScoped
class Trace {
    /** As many of each are read at once; whoever asks for more asks for parts of it. */
    private static final int MOST = 5000;

    private static final String OF_READER = " AND (?::text IS NULL OR %1$s.institution = ?)";
    private static final String IN_ORDER = " ORDER BY %1$s.recorded_at, %1$s.id";
    private static final String MINE = OF_READER + IN_ORDER;

    private static final String ALLOCATIONS = """
            SELECT a.id, a.reference, (SELECT sum(b.debits - b.credits) FROM journal.account g
                    JOIN journal.balance b ON b.log_id = g.log_id AND b.account_id = g.id
                    WHERE g.log_id = 1 AND g.owner = a.id AND g.kind = 'GRANTED') AS allocated
            FROM funding.allocation a WHERE a.status = 'APPROVED' AND\s""";

    private static final String RECEIPTS = """
            SELECT r.id, r.bank_reference, r.allocation_id, r.amount, r.value_date FROM funding.receipt r
            JOIN funding.allocation a ON a.id = r.allocation_id WHERE r.status IN ('CONFIRMED', 'REVERSAL_PROPOSED') AND\s""";

    private static final String COMMITMENTS = """
            SELECT m.id, m.legal_commitment_reference, m.allocation_id, m.project_id, m.project_reference, m.committed AS amount
            FROM funding.commitment m WHERE m.status IN ('APPROVED', 'REVERSAL_PROPOSED') AND\s""";

    private static final String LINES = """
            SELECT c.id, c.reference, c.status, c.allocation_id, c.project_id, c.project_reference, l.kind, coalesce(l.item, l.option_id) AS item,
                coalesce(l.number, l.option_reference) AS number,
                l.amount - h.deducted AS eligible, h.share,
                CASE WHEN c.status IN ('PAID', 'REVERSAL_PROPOSED') THEN h.share - coalesce((
                        SELECT sum(x.share) FROM funding.recovery r JOIN funding.recovery_line x ON x.recovery_id = r.id
                        WHERE r.claim_id = c.id AND x.line = l.n + 1 AND r.status IN ('PAID', 'OFFSET')), 0) ELSE 0 END AS paid
            FROM funding.claim c JOIN funding.claim_line l ON l.claim_id = c.id
            JOIN funding.claim_holding h ON h.claim_id = l.claim_id AND h.n = l.n
            WHERE c.submitted_on IS NOT NULL AND\s""";

    /** Of each what it recovers of the lines that are traced. */
    private static final String RECOVERIES = """
            SELECT r.id, r.reference, c.id AS claim_id, c.reference AS claim_reference, r.allocation_id, r.project_id, r.project_reference,
                sum(x.share) AS amount, r.status, r.finding_question, r.finding_line, r.finding_text
            FROM funding.recovery r JOIN funding.claim c ON c.id = r.claim_id
            JOIN funding.recovery_line x ON x.recovery_id = r.id
            JOIN funding.claim_line l ON l.claim_id = c.id AND l.n + 1 = x.line
            WHERE r.status IN ('ORDERED', 'PAID', 'OFFSET', 'WAIVED') AND\s""";

    private final AgroalDataSource database;
    private final int most;

    @Inject
    Trace(AgroalDataSource database) {
        this(database, MOST);
    }

    Trace(AgroalDataSource database, int most) {
        this.database = database;
        this.most = most;
    }

    /** @param of an id, or an array of them */
    TracedAid of(Scope scope, Object of, Caller reader) {
        try (var connection = database.getConnection()) {
            var allocations = read(
                    connection, ALLOCATIONS, scope.allocations, MINE.formatted("a"), of, reader, Trace::allocation);
            var receipts =
                    read(connection, RECEIPTS, scope.allocations, MINE.formatted("r"), of, reader, Trace::receipt);
            var commitments = read(
                    connection, COMMITMENTS, scope.commitments, MINE.formatted("m"), of, reader, Trace::commitment);
            var lines = read(connection, LINES, scope.lines, MINE.formatted("c") + ", l.n", of, reader, Trace::line);
            var recoveries = read(
                    connection,
                    RECOVERIES,
                    scope.lines,
                    OF_READER.formatted("r") + " GROUP BY r.id, c.id" + IN_ORDER.formatted("r"),
                    of,
                    reader,
                    Trace::recovery);
            boolean isMore = Stream.of(allocations, receipts, commitments, lines, recoveries)
                    .anyMatch(found -> found.size() > most);
            return new TracedAid(
                    cut(allocations), cut(receipts), cut(commitments), cut(lines), cut(recoveries), isMore);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private <T> List<T> cut(List<T> found) {
        return found.subList(0, Math.min(most, found.size()));
    }

    /** How a row is read. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** One more than are answered: then there are more. */
    private <T> List<T> read(
            Connection connection, String sql, String scope, String order, Object of, Caller reader, Reading<T> as)
            throws SQLException {
        try (var select = connection.prepareStatement(sql + scope + order + " LIMIT " + (most + 1))) {
            select.setObject(1, of instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : of);
            select.setString(2, reader.scope());
            select.setString(3, reader.scope());
            var found = new ArrayList<T>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(as.read(row));
                }
            }
            return found;
        }
    }

    private static TracedAllocation allocation(ResultSet row) throws SQLException {
        return new TracedAllocation(id(row, "id"), row.getString("reference"), money(row, "allocated"));
    }

    private static TracedReceipt receipt(ResultSet row) throws SQLException {
        return new TracedReceipt(
                id(row, "id"),
                row.getString("bank_reference"),
                id(row, "allocation_id"),
                money(row, "amount"),
                row.getObject("value_date", LocalDate.class));
    }

    private static TracedCommitment commitment(ResultSet row) throws SQLException {
        return new TracedCommitment(
                id(row, "id"),
                row.getString("legal_commitment_reference"),
                id(row, "allocation_id"),
                project(row),
                money(row, "amount"));
    }

    private static TracedLine line(ResultSet row) throws SQLException {
        return new TracedLine(
                new Subject("claim", id(row, "id"), row.getString("reference")),
                ClaimStatus.valueOf(row.getString("status")),
                id(row, "allocation_id"),
                project(row),
                ClaimLineKind.valueOf(row.getString("kind")),
                id(row, "item"),
                row.getString("number"),
                money(row, "eligible"),
                money(row, "share"),
                money(row, "paid"));
    }

    private static TracedRecovery recovery(ResultSet row) throws SQLException {
        return new TracedRecovery(
                id(row, "id"),
                row.getString("reference"),
                new Subject("claim", id(row, "claim_id"), row.getString("claim_reference")),
                id(row, "allocation_id"),
                project(row),
                money(row, "amount"),
                RecoveryStatus.valueOf(row.getString("status")),
                finding(row));
    }

    private static RecoveryFindingView finding(ResultSet row) throws SQLException {
        var text = row.getString("finding_text");
        return text == null
                ? null
                : new RecoveryFindingView(
                        row.getObject("finding_question", Integer.class),
                        row.getObject("finding_line", Integer.class),
                        text);
    }

    private static Subject project(ResultSet row) throws SQLException {
        return new Subject("project", id(row, "project_id"), row.getString("project_reference"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        var amount = row.getBigDecimal(column);
        return Money.eur(amount == null ? BigDecimal.ZERO : amount);
    }
}
