package org.fundtrail.infrastructure.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Versions;

/** A row of the report as the books have it: a cost line, or what of a project has none. */
final class CostRow {
    private final UUID project;
    private final Versions.Version line;
    private final Map<UUID, Figures> byOwner = new TreeMap<>();
    private final Map<UUID, Worth> contracts = new TreeMap<>();
    private final Worth worth = Worth.nothing();

    /**
     * @param project whose row it is
     * @param line its cost line as it was recorded, or null
     */
    CostRow(UUID project, Versions.Version line) {
        this.project = project;
        this.line = line;
    }

    UUID id() {
        return line == null ? project : line.record();
    }

    UUID project() {
        return project;
    }

    /** Null for what has none. */
    Versions.Version line() {
        return line;
    }

    void stands(Balances.Balance balance) {
        byOwner.computeIfAbsent(balance.owner(), owner -> new Figures())
                .add(CostAccount.valueOf(balance.kind()), Money.eur(balance.amount()));
    }

    /**
     * Once everything stands.
     *
     * @param contract what a record said, by its id; null for what is no contract
     * @param isForecast whether somebody has said what is still to be contracted
     * @param vatRate for what is not contracted yet
     */
    void complete(Function<UUID, Versions.Version> contract, boolean isForecast, BigDecimal vatRate) {
        byOwner.forEach((owner, books) -> {
            var of = contract.apply(owner);
            if (of == null) {
                worth.net().add(books);
            } else {
                contracts.put(owner, Worth.ofContract(books, new BigDecimal(of.text("vatRate"))));
            }
        });
        contracts.values().forEach(worth::add);
        var still = isForecast ? Money.zero() : notContracted();
        worth.net().add(CostAccount.FORECAST, still);
        if (hasVat()) {
            worth.vat()
                    .add(
                            CostAccount.FORECAST,
                            worth.net().at(CostAccount.FORECAST).times(vatRate));
        }
    }

    /**
     * S where nobody has said it: all of the budget that was not paid without a contract, while nothing is contracted, and nothing
     * afterwards. More than the budget paid is no sum that comes back.
     */
    private Money notContracted() {
        var net = worth.net();
        var contracted = net.at(CostAccount.CONTRACTED, CostAccount.CERTIFIED).isPositive()
                || net.at(CostAccount.ORIGINAL_COMMITMENTS).isPositive();
        return contracted
                ? Money.zero()
                : Columned.budget(net).minus(net.at(CostAccount.DIRECT_ACTUAL)).max(Money.zero());
    }

    /** Wages and land come without VAT. */
    private boolean hasVat() {
        var category = line == null ? null : CostCategory.valueOf(line.text("category"));
        return category != CostCategory.STAFF && category != CostCategory.LAND;
    }

    Worth worth() {
        return worth;
    }

    /** By their ids. */
    Map<UUID, Worth> contracts() {
        return contracts;
    }

    /**
     * Whether it is shown: a cost line always, what has none where there is something, or was in the report before.
     *
     * @param before U in that one, or null where there is none
     */
    boolean isShown(Money before) {
        var was = before != null && before.amount().signum() != 0;
        return line != null || was || !worth.net().isNothing() || !worth.vat().isNothing();
    }
}
