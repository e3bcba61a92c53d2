package org.fundtrail.infrastructure.invoice;

import static org.fundtrail.infrastructure.account.CostAccount.CERTIFIED;
import static org.fundtrail.infrastructure.account.CostAccount.CONTRACTED;
import static org.fundtrail.infrastructure.account.CostAccount.CONTRACTED_VAT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.journal.Balances;

/** What invoices are held against: what was certified of their contract, or where acceptance is kept elsewhere what it is worth. */
@ApplicationScoped
class Acceptance {
    private final Balances balances;

    Acceptance(Balances balances) {
        this.balances = balances;
    }

    /** What stands on the accounts of a kind that a record owns, row by row. */
    Map<UUID, Money> standing(UUID owner, CostAccount kind) {
        var rows = new TreeMap<UUID, Money>(); // always in the same order
        balances.of(owner)
                .getOrDefault(kind.name(), Map.of())
                .forEach((row, amount) -> rows.put(row, Money.eur(amount)));
        return rows;
    }

    /** Refuses a cost line that counts nowhere: its contract is on others. */
    void mustCount(CostLine named, Contract contract) {
        if (named == null) {
            return;
        }
        var rows = standing(contract.id(), CONTRACTED).keySet();
        if (!rows.contains(contract.project().id()) && !rows.contains(named.id())) {
            throw Refusal.ofField(
                    InfrastructureRule.COST_LINE_OF_CONTRACT, "costLine", "contract", contract.reference());
        }
    }

    /** Refuses what is kept elsewhere of a contract whose works are certified. */
    void mustBeElsewhere(Contract contract) {
        if (contract.certification() != null) {
            throw Refusal.ofField(
                    InfrastructureRule.CONTRACT_IS_CERTIFIED, "acceptance", "contract", contract.reference());
        }
    }

    /** Refuses an invoice of which nobody says by what it is accepted, or whose VAT is another than it has to be. */
    void mustFit(Invoice invoice) {
        if (invoice.acceptance() == null) {
            throw Refusal.ofField(InfrastructureRule.NOT_ACCEPTED, "certificate");
        }
        mustBeElsewhere(invoice.contract());
        mustHaveVat(invoice, invoice.net().times(invoice.contract().vatRate()));
    }

    private static void mustHaveVat(Invoice invoice, Money vat) {
        if (!invoice.vat().equals(vat)) {
            throw Refusal.ofField(
                    InfrastructureRule.INVOICE_VAT_DIFFERS,
                    "vat",
                    "vat",
                    vat.toString(),
                    "said",
                    invoice.vat().toString());
        }
    }

    /** Refuses an invoice of more than is left. */
    void mustBeEnough(Invoice invoice, Accepted accepted, String reason) {
        if (invoice.net().compareTo(accepted.left()) > 0) {
            throw Refusal.ofField(
                    InfrastructureRule.INVOICE_ABOVE_CONTRACT,
                    "net",
                    "available",
                    accepted.left().toString(),
                    "amount",
                    invoice.net().toString());
        }
    }

    /** What an invoice is held against as it is now; null where it is not said yet by what it is accepted. */
    Accepted of(Invoice invoice) {
        return invoice.acceptance() == null ? null : elsewhere(invoice);
    }

    /** The worth of the contract, where acceptance is kept elsewhere; of its own cost line alone, where the contract is on that one. */
    private Accepted elsewhere(Invoice invoice) {
        var contract = invoice.contract().id();
        var net = standing(contract, CONTRACTED);
        var certified = standing(contract, CERTIFIED);
        var vat = standing(contract, CONTRACTED_VAT);
        var named = invoice.costLine();
        if (named != null && net.containsKey(named.id())) {
            List.of(net, certified, vat).forEach(rows -> rows.keySet().retainAll(Set.of(named.id())));
        }
        vat.keySet().retainAll(net.keySet());
        var left = sum(net);
        return new Accepted(left.plus(sum(certified)), left, net, vat);
    }

    static Money sum(Map<UUID, Money> rows) {
        return rows.values().stream().reduce(Money.zero(), Money::plus);
    }
}
