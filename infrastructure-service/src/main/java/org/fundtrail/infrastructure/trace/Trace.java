package org.fundtrail.infrastructure.trace;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureType;
import org.fundtrail.infrastructure.api.trace.TracedCost;
import org.fundtrail.infrastructure.api.trace.TracedCost.TracedPart;
import org.fundtrail.infrastructure.api.trace.TracedCosts;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;

/** Reads by what approved costs came about and on what they count: however many they are, in one question. */
@ApplicationScoped
class Trace {
    /** As many as are read at once; whoever asks for more asks for parts of it. */
    private static final int MOST = 5000;

    /** An invoice counts on its own cost line where its contract is on none. */
    private static final String COSTS = """
            WITH item AS (
                SELECT 'INVOICE' AS type, i.id, i.number, i.issued_on AS day, c.project_id, c.id AS contract_id, c.reference AS contract,
                    i.certificate_id, k.reference AS certificate, l.id AS cost_line_id, sum(b.credits - b.debits) AS amount
                FROM infrastructure.invoice i JOIN infrastructure.contract c ON c.id = i.contract_id
                    LEFT JOIN infrastructure.certificate k ON k.id = i.certificate_id
                    JOIN journal.account a ON a.log_id = 1 AND a.owner = i.id AND a.kind IN ('CREDITABLE', 'CREDITABLE_VAT')
                    JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
                    LEFT JOIN infrastructure.cost_line l
                        ON l.id = CASE WHEN a.party = c.project_id AND i.cost_line_id IS NOT NULL THEN i.cost_line_id ELSE a.party END
                WHERE i.status IN ('APPROVED', 'PAID') AND (?::text IS NULL OR i.institution = ?)
                    AND %1$s
                GROUP BY i.id, c.id, k.id, l.id
                UNION ALL
                SELECT 'DIRECT_COST', d.id, d.description, d."on", d.project_id, NULL, NULL, NULL, NULL, d.cost_line_id, d.amount
                FROM infrastructure.direct_cost d
                WHERE d.status IN ('APPROVED', 'REVERSAL_PROPOSED') AND (?::text IS NULL OR d.institution = ?) AND %2$s)
            SELECT item.*, p.reference AS project, l.name AS cost_line
            FROM item JOIN infrastructure.project p ON p.id = item.project_id
                LEFT JOIN infrastructure.cost_line l ON l.id = item.cost_line_id
            WHERE (?::uuid IS NULL OR item.cost_line_id = ?)
            ORDER BY day, id, cost_line LIMIT ?""";

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

    TracedCosts ofProject(UUID project, Caller reader) {
        return read("c.project_id = ?", "d.project_id = ?", project, project, null, reader);
    }

    TracedCosts ofContract(UUID contract, Caller reader) {
        return read("c.id = ?", "d.id = ?", contract, contract, null, reader);
    }

    TracedCosts ofCertificate(UUID certificate, Caller reader) {
        return read("i.certificate_id = ?", "d.id = ?", certificate, certificate, null, reader);
    }

    TracedCosts ofCostLine(UUID line, Caller reader) {
        return read(
                "c.project_id = (SELECT o.project_id FROM infrastructure.cost_line o WHERE o.id = ?)",
                "d.cost_line_id = ?",
                line,
                line,
                line,
                reader);
    }

    TracedCosts ofItems(UUID[] items, Caller reader) {
        return read("i.id = ANY (?)", "d.id = ANY (?)", items, items, null, reader);
    }

    private TracedCosts read(
            String invoices, String directCosts, Object invoice, Object directCost, UUID line, Caller reader) {
        var scope = reader.scope();
        var values = new Object[] {scope, scope, invoice, scope, scope, directCost, line, line, most + 1};
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COSTS.formatted(invoices, directCosts))) {
            for (int n = 0; n < values.length; n++) {
                select.setObject(
                        n + 1, values[n] instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : values[n]);
            }
            try (var row = select.executeQuery()) {
                return costs(row);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Of what there is too much the last one may lack some of its rows, so it is left out. */
    private TracedCosts costs(ResultSet row) throws SQLException {
        var costs = new LinkedHashMap<UUID, TracedCost>();
        UUID last = null;
        int rows = 0;
        while (row.next()) {
            add(row, costs);
            last = row.getObject("id", UUID.class);
            rows++;
        }
        boolean isMore = rows > most;
        if (isMore) {
            costs.remove(last);
        }
        return new TracedCosts(List.copyOf(costs.values()), isMore);
    }

    private static void add(ResultSet row, Map<UUID, TracedCost> costs) throws SQLException {
        var part = new TracedPart(subject(row, "cost_line", "cost-line"), Money.eur(row.getBigDecimal("amount")));
        var known = costs.get(row.getObject("id", UUID.class));
        var parts = new ArrayList<>(known == null ? List.<TracedPart>of() : known.parts());
        parts.add(part);
        var amount = parts.stream().map(one -> one.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        costs.put(
                row.getObject("id", UUID.class),
                new TracedCost(
                        ExpenditureType.valueOf(row.getString("type")),
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        Money.eur(amount),
                        subject(row, "project", "project"),
                        subject(row, "contract", "contract"),
                        subject(row, "certificate", "certificate"),
                        parts));
    }

    private static Subject subject(ResultSet row, String column, String type) throws SQLException {
        var id = row.getObject(column + "_id", UUID.class);
        return id == null ? null : new Subject(type, id, row.getString(column));
    }
}
