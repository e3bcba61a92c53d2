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
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Named;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.doublefunding.SharedCost;
import org.fundtrail.funding.api.doublefunding.SharedCost.Part;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;

/** Reads which costs are nearly or wholly funded or declared, and by whom: a stretch of them in two questions, out of the shares that are kept
 * with what moves them. */
@ApplicationScoped
class SharedCosts {

    private static final String COSTS = """
            SELECT e.id, e.type, e.number, e.project_id, e.project_reference, s.share,
                CASE WHEN e.counts THEN e.gross - e.credited ELSE 0 END AS fundable,
                CASE WHEN e.counts AND e.eligible > 0 THEN e.eu_eligible - round(e.eu_eligible * e.eligible_credited / e.eligible, 2) ELSE 0 END
                    AS declarable,
                h.funded, h.declared
            FROM funding.cost_share s JOIN funding.expenditure e ON e.id = s.id CROSS JOIN LATERAL (
                SELECT coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'FUNDED'), 0) AS funded,
                    coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'DECLARED'), 0) AS declared
                FROM journal.account a JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
                WHERE a.log_id = 1 AND a.owner = e.id AND a.kind IN ('FUNDED', 'DECLARED')) h
            WHERE\s""";

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
     * What is asked for.
     *
     * @param share of it that claims hold, or were kept of it, at least
     * @param isOfSeveral only what several claims have a part of
     */
    record Query(String project, BigDecimal share, boolean isOfSeveral) {}

    /** A question with its values. */
    record Asked(String sql, List<Object> values) {}

    /** Those that are nearest to being taken in full come first. */
    Page<SharedCost> list(Query query, Caller reader, String after, int limit) {
        try (var connection = database.getConnection()) {
            var found = costs(connection, asked(query, reader.scope(), Cursor.decode(after), limit + 1));
            var parts = parts(connection, found.stream().map(SharedCost::id).toArray());
            var costs = found.stream()
                    .map(cost -> with(cost, parts.getOrDefault(cost.id(), List.of())))
                    .toList();
            return Page.of(costs, limit, cost -> new Cursor(cost.share().toPlainString(), cost.id()), cost -> cost);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Only what is asked for stands in it, so that it is a range of an index. */
    static Asked asked(Query query, String institution, Cursor after, int limit) {
        var where =
                new ArrayList<String>(List.of(query.isOfSeveral() ? "s.claims > 1" : "s.claims > 0", "s.share >= ?"));
        var values = new ArrayList<Object>(List.of(query.share()));
        if (institution != null) {
            where.add("s.institution = ?");
            values.add(institution);
        }
        if (query.project() != null && !query.project().isBlank()) {
            var named = Named.of(query.project());
            where.add(named.id() == null ? "e.project_reference = ?" : "s.project_id = ?");
            values.add(named.id() == null ? named.reference() : named.id());
        }
        if (after != null) {
            where.add("(s.share, s.id) < (?, ?)");
            values.add(share(after));
            values.add(after.id());
        }
        values.add(limit);
        return new Asked(COSTS + String.join(" AND ", where) + " ORDER BY s.share DESC, s.id DESC LIMIT ?", values);
    }

    private static BigDecimal share(Cursor after) {
        try {
            return new BigDecimal(after.sort());
        } catch (NumberFormatException e) {
            throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
        }
    }

    private static List<SharedCost> costs(Connection connection, Asked asked) throws SQLException {
        try (var select = connection.prepareStatement(asked.sql())) {
            for (int n = 0; n < asked.values().size(); n++) {
                select.setObject(n + 1, asked.values().get(n));
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
                plain(row.getBigDecimal("share")),
                List.of());
    }

    /** Without the zeros that its column adds. */
    private static BigDecimal plain(BigDecimal share) {
        return share.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(share.stripTrailingZeros().toPlainString());
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
                cost.share(),
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
