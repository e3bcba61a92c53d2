package org.fundtrail.journal;

import java.math.BigDecimal;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Rule;

/**
 * A place where money stands in the books: what is left of an allocation, what of it is committed to a project. The first entry that
 * moves money there opens it; from then on its definition is fixed.
 *
 * @param kind what stands there, in capitals: {@code AVAILABLE}
 * @param owner the record whose account it is
 * @param party whom it is kept for, where the owner has several, or null
 * @param currency of everything that stands there
 * @param floor below which credits minus debits must not fall, or null for an outside source
 * @param refusal the rule that is quoted when the floor is reached, or null
 * @param field the field of the request that the rule is about
 */
public record Account(
        String kind, UUID owner, UUID party, String currency, BigDecimal floor, Rule refusal, String field) {

    /** A source or a use outside the books: it may go as far below zero as it likes. */
    public static Account outside(String kind, UUID owner, UUID party) {
        return new Account(kind, owner, party, Money.EUR, null, null, null);
    }

    /** An account that never goes below zero: taking more than stands there is refused by this rule, at this field. */
    public static Account ceiling(String kind, UUID owner, UUID party, Rule refusal, String field) {
        return new Account(kind, owner, party, Money.EUR, BigDecimal.ZERO, refusal, field);
    }

    public static Account ceiling(String kind, UUID owner, UUID party) {
        return ceiling(kind, owner, party, JournalRule.FLOOR_REACHED, "amount");
    }

    /** The same; whoever takes more than stands there is refused by this rule, at this field. */
    public Account refusing(Rule rule, String at) {
        return new Account(kind, owner, party, currency, floor, rule, at);
    }

    /** How the account is named to readers of an entry. */
    public String code() {
        return kind + "/" + owner + (party == null ? "" : "/" + party) + "/" + currency;
    }

    /** What makes two accounts of one code the same; which rule is quoted is the asker's. */
    boolean isDefinedLike(BigDecimal recordedFloor) {
        return floor == null ? recordedFloor == null : recordedFloor != null && floor.compareTo(recordedFloor) == 0;
    }
}
