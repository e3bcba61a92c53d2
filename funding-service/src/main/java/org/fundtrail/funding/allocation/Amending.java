package org.fundtrail.funding.allocation;

import java.time.LocalDate;
import java.util.function.Function;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.allocation.AllocationAmendmentTerms;
import org.fundtrail.funding.api.allocation.AllocationAmendmentType;
import org.fundtrail.funding.api.allocation.ChangedAmendmentTerms;
import org.fundtrail.funding.api.allocation.ClosureTerms;
import org.fundtrail.funding.api.allocation.DecommitmentTerms;

/**
 * What is to become of an allocation, as somebody said it.
 *
 * @param field that says how much, or null
 * @param meaning what is kept of it, on the day on which it is said
 */
record Amending(AllocationAmendmentType type, Terms said, String field, Function<LocalDate, Amended> meaning) {

    static Amending of(AllocationAmendmentTerms said) {
        return new Amending(
                AllocationAmendmentType.AMENDMENT,
                said,
                "change",
                today -> new Amended(
                        said.change(),
                        said.decision(),
                        said.reason(),
                        said.decision().date()));
    }

    static Amending of(DecommitmentTerms said) {
        return new Amending(
                AllocationAmendmentType.DECOMMITMENT,
                said,
                "amount",
                today -> new Amended(Money.zero().minus(said.amount()), null, said.reason(), day(said.on(), today)));
    }

    static Amending of(ClosureTerms said) {
        return new Amending(
                AllocationAmendmentType.CLOSURE,
                said,
                null,
                today -> new Amended(Money.zero(), null, said.reason(), day(said.on(), today)));
    }

    /** The same, said anew of one that is of this type; refuses what such a one does not say. */
    static Amending of(ChangedAmendmentTerms said, AllocationAmendmentType type) {
        var isAmendment = type == AllocationAmendmentType.AMENDMENT;
        new Checks()
                .that(said.change() == null || isAmendment, InputRule.UNKNOWN_FIELD, "change")
                .that(said.decision() == null || isAmendment, InputRule.UNKNOWN_FIELD, "decision")
                .that(
                        said.amount() == null || type == AllocationAmendmentType.DECOMMITMENT,
                        InputRule.UNKNOWN_FIELD,
                        "amount")
                .that(said.on() == null || !isAmendment, InputRule.UNKNOWN_FIELD, "on")
                .done();
        return switch (type) {
            case AMENDMENT -> of(new AllocationAmendmentTerms(said.change(), said.decision(), said.reason()));
            case DECOMMITMENT -> of(new DecommitmentTerms(said.amount(), said.reason(), said.on()));
            case CLOSURE -> of(new ClosureTerms(said.reason(), said.on()));
        };
    }

    /** What is kept of it; everything that is wrong with it is refused. */
    Amended on(LocalDate today) {
        Values.check(said, today);
        return meaning.apply(today);
    }

    /** The field that says the day. */
    String dayField() {
        return type == AllocationAmendmentType.AMENDMENT ? "decision.date" : "on";
    }

    private static LocalDate day(LocalDate said, LocalDate today) {
        return said == null ? today : said;
    }
}
