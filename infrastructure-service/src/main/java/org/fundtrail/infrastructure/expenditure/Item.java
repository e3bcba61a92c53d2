package org.fundtrail.infrastructure.expenditure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureType;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.infrastructure.costline.CostLine;

/**
 * An invoice or a direct cost as the books have it.
 *
 * @param eligible null for a direct cost, and for an invoice that is not approved
 * @param costLine that of a direct cost; of an invoice null, whose parts say on which it counts
 */
record Item(
        ExpenditureType type,
        UUID id,
        String number,
        Subject project,
        String institution,
        String status,
        LocalDate issuedOn,
        LocalDate paidOn,
        Money gross,
        Money eligible,
        Money credited,
        UUID costLine,
        UUID sharesWith,
        int version) {

    /** How much of an invoice counts on a cost line, without VAT, as it was approved. */
    record Part(UUID invoice, UUID costLine, Money net) {}

    static Item read(ResultSet row) throws SQLException {
        var eligible = row.getBigDecimal("eligible");
        return new Item(
                ExpenditureType.valueOf(row.getString("type")),
                row.getObject("id", UUID.class),
                row.getString("number"),
                new Subject("project", row.getObject("project_id", UUID.class), row.getString("project")),
                row.getString("institution"),
                row.getString("status"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("paid_on", LocalDate.class),
                Money.eur(row.getBigDecimal("gross")),
                eligible == null ? null : Money.eur(eligible),
                Money.eur(row.getBigDecimal("credited")),
                row.getObject("cost_line_id", UUID.class),
                row.getObject("shares_with_id", UUID.class),
                row.getInt("version"));
    }

    /** It as claims see it. */
    ExpenditureView view(List<Part> parts, Map<UUID, CostLine> lines) {
        var counting = type == ExpenditureType.DIRECT_COST ? List.of(new Part(id, costLine, gross)) : parts;
        var computed = eligible(counting, lines, false);
        var fixed = type == ExpenditureType.DIRECT_COST ? computed : eligible == null ? Money.zero() : eligible;
        return new ExpenditureView(
                type,
                id,
                number,
                project,
                institution,
                status,
                issuedOn,
                paidOn,
                gross,
                fixed,
                credited,
                inProportion(fixed, credited, gross),
                inProportion(fixed, eligible(counting, lines, true), computed),
                costLine == null ? null : lines.get(costLine).category(),
                sharesWith,
                version);
    }

    /** What is eligible of the parts, of all or of those on lines of which the Union pays a share. */
    private static Money eligible(List<Part> parts, Map<UUID, CostLine> lines, boolean ofTheUnion) {
        return parts.stream()
                .filter(part -> !ofTheUnion || lines.get(part.costLine()).isOfTheUnion())
                .map(part -> lines.get(part.costLine()).eligible(part.net()))
                .reduce(Money.zero(), Money::plus);
    }

    /** So much of an amount as the part is of the whole, rounded half up to the cent; nothing of it where there is no whole. */
    static Money inProportion(Money amount, Money part, Money whole) {
        return whole.isPositive()
                ? Money.eur(amount.amount().multiply(part.amount()).divide(whole.amount(), 2, RoundingMode.HALF_UP))
                : Money.eur(BigDecimal.ZERO);
    }
}
