package org.fundtrail.infrastructure.contract;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.contract.ScheduleLine;
import org.fundtrail.infrastructure.api.contract.ScheduleLineView;
import org.fundtrail.infrastructure.api.costline.CostLineRef;

/** A line of a contract's schedule of values as it is kept: with the id of its cost line, and with what it is worth. */
@Embeddable
class ScheduleRow {
    private String line;
    private String description;
    private UUID costLineId;
    private String unit;
    private BigDecimal quantity;
    private BigDecimal price;
    private BigDecimal amount;

    protected ScheduleRow() {}

    ScheduleRow(ScheduleLine said, UUID costLine) {
        line = said.line();
        description = said.description();
        costLineId = costLine;
        unit = said.unit();
        quantity = new BigDecimal(said.quantity());
        price = said.price().amount();
        amount = said.worth();
    }

    UUID costLine() {
        return costLineId;
    }

    ScheduledLine of(UUID row) {
        return new ScheduledLine(line, description, row, Money.eur(amount));
    }

    ScheduleLineView view(CostLineRef costLine) {
        return new ScheduleLineView(
                line, description, costLine, unit, quantity.stripTrailingZeros(), Money.eur(price), Money.eur(amount));
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("line", line);
        facts.put("description", description);
        facts.put("costLineId", costLineId == null ? null : costLineId.toString());
        facts.put("unit", unit);
        facts.put("quantity", quantity.stripTrailingZeros().toPlainString());
        facts.put("price", price.toPlainString());
        facts.put("amount", amount.toPlainString());
        return facts;
    }
}
