package org.fundtrail.funding.doublefunding;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Cursor;
import org.fundtrail.common.Money;
import org.fundtrail.common.Named;
import org.fundtrail.common.Page;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.doublefunding.SharedCost;
import org.fundtrail.funding.api.doublefunding.SharedCost.Part;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;

/** Reads which costs are nearly or wholly funded or declared, and by whom: a stretch of them in two questions, from kept sums. */
@ApplicationScoped
class SharedCosts {

    /** What claims hold of each, and what was kept of it as not eligible, which nobody can claim either. */
    private static final String COSTS = """
            SELECT e.id, e.type, e.number, e.project_id, e.project_reference,
                CASE WHEN e.counts THEN e.gross - e.credited ELSE 0 END AS fundable,
                CASE WHEN e.counts AND e.eligible > 0 THEN e.eu_eligible - round(e.eu_eligible * e.eligible_credited / e.eligible, 2) ELSE 0 END
                    AS declarable,
                h.funded, h.declared
            FROM funding.expenditure e CROSS JOIN LATERAL (
                SELECT coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'FUNDED'), 0) AS funded,
                    coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'DECLARED'), 0) AS declared,
                    coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'UNFUNDED'), 0) AS unfunded,
                    coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'NOT_ELIGIBLE'), 0) AS not_eligible,
                    count(*) FILTER (WHERE a.kind = 'FUNDED' AND b.credits > b.debits) AS claims
                FROM journal.account a JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
                WHERE a.log_id = 1 AND a.owner = e.id AND a.kind IN ('FUNDED', 'DECLARED', 'UNFUNDED', 'NOT_ELIGIBLE')) h
            WHERE (?::text IS NULL OR e.institution = ?) AND (?::uuid IS NULL OR e.project_id = ?)
                AND (?::text IS NULL OR e.project_reference = ?) AND (?::uuid IS NULL OR e.id > ?)
                AND h.claims >= ?
                AND (h.funded > 0 AND h.funded + h.unfunded >= ? * (e.gross - e.credited)
                    OR h.declared > 0 AND (h.declared + h.not_eligible) * e.eligible >= ? * e.eu_eligible * (e.eligible - e.eligible_credited))
            ORDER BY e.id LIMIT ?""";

    private static final String PARTS = """
            SELECT a.owner, c.id, c.reference, c.status, l.id AS allocation_id, l.reference AS allocation, p.code, p.fund,
                coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'DECLARED'), 0) AS declared,
                coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'FUNDED'), 0) AS funded
            FROM journal.account a JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
            JOIN funding.claim c ON c.id = a.party JOIN funding.allocation l ON l.id = c.allocation_id
            JOIN funding.programme p ON p.id = l.programme_id
            WHERE a.log_id = 1 AND a.owner = ANY (?) AND a.kind IN ('FUNDED', 'DECLARED')
            GROUP BY a.owner, c.id, l.id, p.id HAVING sum(b.credits - b.debits) > 0 ORDER BY a.owner, c.reference""";

    private final AgroalDataSource database;

    SharedCosts(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Those of which claims hold, or were kept of, a share or more.
     *
     * @param claims how many claims have a part of it, at least
     */
    Page<SharedCost> list(String project, BigDecimal share, int claims, Caller reader, String after, int limit) {
        var cursor = Cursor.decode(after);
        var named = project == null || project.isBlank() ? new Named(null, null) : Named.of(project);
        try (var connection = database.getConnection()) {
            var found = costs(
                    connection,
                    reader.scope(),
                    reader.scope(),
                    named.id(),
                    named.id(),
                    named.reference(),
                    named.reference(),
                    cursor == null ? null : cursor.id(),
                    cursor == null ? null : cursor.id(),
                    claims,
                    share,
                    share,
                    limit + 1);
            var parts = parts(connection, found.stream().map(SharedCost::id).toArray());
            var costs = found.stream()
                    .map(cost -> with(cost, parts.getOrDefault(cost.id(), List.of())))
                    .toList();
            return Page.of(costs, limit, cost -> new Cursor(cost.number(), cost.id()), cost -> cost);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static List<SharedCost> costs(Connection connection, Object... values) throws SQLException {
        try (var select = connection.prepareStatement(COSTS)) {
            for (int n = 0; n < values.length; n++) {
                select.setObject(n + 1, values[n]);
            }
            var found = new ArrayList<SharedCost>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(cost(row));
                }
            }
            return found;
        }
    }

    private static SharedCost cost(ResultSet row) throws SQLException {
        var fundable = row.getBigDecimal("fundable");
        var funded = row.getBigDecimal("funded");
        return new SharedCost(
                ClaimLineKind.valueOf(row.getString("type")),
                row.getObject("id", UUID.class),
                row.getString("number"),
                new Subject("project", row.getObject("project_id", UUID.class), row.getString("project_reference")),
                Money.eur(fundable),
                Money.eur(funded),
                fundable.signum() == 0
                        ? BigDecimal.ZERO
                        : funded.divide(fundable, 6, RoundingMode.DOWN).stripTrailingZeros(),
                Money.eur(row.getBigDecimal("declarable")),
                Money.eur(row.getBigDecimal("declared")),
                List.of());
    }

    private static SharedCost with(SharedCost cost, List<Part> parts) {
        return new SharedCost(
                cost.kind(),
                cost.id(),
                cost.number(),
                cost.project(),
                cost.fundable(),
                cost.funded(),
                cost.fundedShare(),
                cost.declarable(),
                cost.declared(),
                parts);
    }

    private static Map<UUID, List<Part>> parts(Connection connection, Object[] costs) throws SQLException {
        try (var select = connection.prepareStatement(PARTS)) {
            select.setArray(1, connection.createArrayOf("uuid", costs));
            var parts = new HashMap<UUID, List<Part>>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    parts.computeIfAbsent(row.getObject("owner", UUID.class), cost -> new ArrayList<>())
                            .add(part(row));
                }
            }
            return parts;
        }
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                new Subject("claim", row.getObject("id", UUID.class), row.getString("reference")),
                ClaimStatus.valueOf(row.getString("status")),
                new Subject("allocation", row.getObject("allocation_id", UUID.class), row.getString("allocation")),
                row.getString("code"),
                Fund.valueOf(row.getString("fund")),
                Money.eur(row.getBigDecimal("declared")),
                Money.eur(row.getBigDecimal("funded")));
    }
}
