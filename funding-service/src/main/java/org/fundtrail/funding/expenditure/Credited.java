package org.fundtrail.funding.expenditure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.journal.Balances;

/** What credit notes took back of what one claim holds, and it has not dealt with yet. */
public record Credited(Map<Chain, Map<UUID, Money>> byChain) {
    public static final Credited NOTHING = new Credited(Map.of());

    static Credited of(List<Balances.Balance> stands) {
        var byChain = new EnumMap<Chain, Map<UUID, Money>>(Chain.class);
        for (var at : stands) {
            for (var chain : Chain.values()) {
                if (at.kind().equals(chain.credited)) {
                    byChain.computeIfAbsent(chain, c -> new HashMap<>()).put(at.owner(), Money.eur(at.amount()));
                }
            }
        }
        return new Credited(byChain);
    }

    /** Of this item. */
    public Money of(Chain chain, UUID item) {
        return byChain.getOrDefault(chain, Map.of()).getOrDefault(item, Money.zero());
    }
}
