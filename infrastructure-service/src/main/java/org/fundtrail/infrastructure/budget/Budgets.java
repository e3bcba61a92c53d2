package org.fundtrail.infrastructure.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Writer;

/** What is budgeted for cost lines, and may be taken from them. What takes from a budget is decided under the lock of the project. */
@ApplicationScoped
class Budgets {
    private static final String[] CURRENT = {
        CostAccount.ORIGINAL_BUDGET.name(), CostAccount.TRANSFERS.name(), CostAccount.BUDGET_CHANGES.name()
    };

    private final Balances balances;

    Budgets(Balances balances) {
        this.balances = balances;
    }

    /** Refuses to take more from the budget of a line than stands there on each day from this one on. */
    void mustHold(CostLine line, Money taken, LocalDate from) {
        var available = Money.eur(balances.least(line.id(), from, CURRENT));
        if (taken.compareTo(available.max(Money.zero())) > 0) {
            throw Refusal.ofField(
                    InfrastructureRule.EXCEEDS_BUDGET,
                    "amount",
                    "costLine",
                    line.name(),
                    "available",
                    available.toString(),
                    "day",
                    from.toString(),
                    "amount",
                    taken.toString());
        }
    }

    /** The day that was said, or today; refused before one of the lines counts. */
    static LocalDate day(LocalDate said, Writer by, CostLine... lines) {
        var day = said == null ? by.today() : said;
        for (var line : lines) {
            line.mustCountOn(day);
        }
        return day;
    }
}
