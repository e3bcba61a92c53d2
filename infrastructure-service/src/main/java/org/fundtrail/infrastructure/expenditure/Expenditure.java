package org.fundtrail.infrastructure.expenditure;

import static java.util.stream.Collectors.groupingBy;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Cursor;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Named;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureType;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;

/** Reads what can be claimed: however much it is, in three questions. */
@ApplicationScoped
class Expenditure {
    private static final String ITEMS = """
            SELECT 'INVOICE' AS type, i.id, i.number, p.id AS project_id, p.reference AS project, i.institution, i.status, i.issued_on,
                i.paid_on, i.gross, i.eligible, NULL::uuid AS cost_line_id, infrastructure.shares_with(i) AS shares_with_id, i.version,
                (SELECT coalesce(sum(n.gross), 0) FROM infrastructure.credit_note n WHERE n.invoice_id = i.id) AS credited
            FROM infrastructure.invoice i JOIN infrastructure.contract c ON c.id = i.contract_id
                JOIN infrastructure.project p ON p.id = c.project_id
            WHERE %1$s
            UNION ALL
            SELECT 'DIRECT_COST', d.id, d.description, p.id, p.reference, d.institution, d.status, d."on",
                NULL, d.amount, NULL, d.cost_line_id, NULL, d.version, CASE WHEN d.status = 'REVERSED' THEN d.amount ELSE 0 END
            FROM infrastructure.direct_cost d JOIN infrastructure.project p ON p.id = d.project_id
            WHERE %2$s""";

    private static final String BY_ID = ITEMS.formatted("i.id = ANY (?)", "d.id = ANY (?)");

    private static final String OF_PROJECT = "SELECT * FROM ("
            + ITEMS.formatted(
                    "%s AND i.status IN ('APPROVED', 'PAID') AND (?::text IS NULL OR p.institution = ?)",
                    "%s AND d.status = 'APPROVED' AND (?::text IS NULL OR p.institution = ?)")
            + """
            ) item WHERE ?::date IS NULL OR (issued_on, id) > (?::date, ?::uuid) ORDER BY issued_on, id LIMIT ?""";

    /** On which line of the cost report what counts of an invoice: on its own, where its contract is on none. */
    private static final String PARTS = """
            SELECT i.id, l.id, b.credits
            FROM infrastructure.invoice i JOIN infrastructure.contract c ON c.id = i.contract_id
            JOIN journal.account a ON a.log_id = 1 AND a.owner = i.id AND a.kind = 'CREDITABLE'
            JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
            JOIN infrastructure.cost_line l
                ON l.id = CASE WHEN a.party = c.project_id AND i.cost_line_id IS NOT NULL THEN i.cost_line_id ELSE a.party END
            WHERE i.id = ANY (?)""";

    private final AgroalDataSource database;
    private final CostLines lines;

    Expenditure(AgroalDataSource database, CostLines lines) {
        this.database = database;
        this.lines = lines;
    }

    /** Those of a project that can be claimed, the earliest first. */
    Page<ExpenditureView> ofProject(String project, Caller reader, String after, int limit) {
        var cursor = Cursor.decode(after);
        var day = cursor == null ? null : day(cursor);
        var named = Named.of(project);
        var of = named.id() == null ? "p.reference = ?" : "p.id = ?";
        var which = named.id() == null ? named.reference() : named.id();
        var found = read(
                OF_PROJECT.formatted(of, of),
                which,
                reader.scope(),
                reader.scope(),
                which,
                reader.scope(),
                reader.scope(),
                day,
                day,
                cursor == null ? null : cursor.id(),
                limit + 1);
        return Page.of(views(found), limit, item -> new Cursor(item.issuedOn().toString(), item.id()), item -> item);
    }

    private static LocalDate day(Cursor cursor) {
        try {
            return LocalDate.parse(cursor.sort());
        } catch (DateTimeException e) {
            throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
        }
    }

    /** Those of these ids that the reader sees. */
    List<ExpenditureView> byId(Collection<UUID> ids, Caller reader) {
        var asked = ids.toArray(UUID[]::new);
        return views(read(BY_ID, asked, asked).stream()
                .filter(item -> reader.sees(item.institution()))
                .toList());
    }

    private List<ExpenditureView> views(List<Item> items) {
        var parts = parts(items).stream().collect(groupingBy(Item.Part::invoice));
        var costLines = lines.named(Stream.concat(
                        parts.values().stream().flatMap(List::stream).map(Item.Part::costLine),
                        items.stream().map(Item::costLine).filter(Objects::nonNull))
                .collect(Collectors.toSet()));
        return items.stream()
                .map(item -> item.view(parts.getOrDefault(item.id(), List.of()), costLines))
                .toList();
    }

    private List<Item> read(String sql, Object... values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                select.setObject(
                        n + 1, values[n] instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : values[n]);
            }
            var found = new ArrayList<Item>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(Item.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private List<Item.Part> parts(List<Item> items) {
        var invoices = items.stream()
                .filter(item -> item.type() == ExpenditureType.INVOICE)
                .map(Item::id)
                .toArray(UUID[]::new);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PARTS)) {
            select.setArray(1, connection.createArrayOf("uuid", invoices));
            var found = new ArrayList<Item.Part>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Item.Part(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            Money.eur(row.getBigDecimal(3))));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
