package org.fundtrail.funding.expenditure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.common.Money;

/**
 * What a credit note took back of what one claim holds of an item.
 *
 * @param declared of what it declares to the Union
 * @param funded of what its allocation pays
 */
public record TakenBack(Expenditure item, UUID claim, Money declared, Money funded) {

    static List<TakenBack> of(Expenditure item, Map<UUID, Money> declared, Map<UUID, Money> funded) {
        var claims = new TreeMap<UUID, Money>(declared);
        claims.putAll(funded);
        return claims.keySet().stream()
                .map(claim -> new TakenBack(item, claim, of(declared, claim), of(funded, claim)))
                .toList();
    }

    private static Money of(Map<UUID, Money> amounts, UUID claim) {
        return amounts.getOrDefault(claim, Money.zero());
    }

    /** What it has to be told of: what it declares, or where it declares nothing what it funds. */
    Money given() {
        return declared.isPositive() ? declared : funded;
    }
}
