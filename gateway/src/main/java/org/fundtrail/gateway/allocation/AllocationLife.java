package org.fundtrail.gateway.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** How far the money of an allocation has come, from the decision to what was taken back: each length is a share of what is allocated. */
final class AllocationLife {

    /**
     * One length of it.
     *
     * @param label what the amount is
     * @param href what it is made of, or null for what is allocated itself
     * @param width in per cent of what is allocated
     */
    public record Length(String label, Money amount, String href, BigDecimal width, String fill) {}

    private AllocationLife() {}

    static List<Length> of(AllocationView allocation, LocalDate today, Language language) {
        var stands = allocation.balances();
        if (stands == null) {
            return List.of();
        }
        var counted = "?allocation=" + allocation.id() + "&asOf=" + today;
        var whole = stands.allocated().max(allocation.amount());
        return List.of(
                length(Words.of(language, "amountOf.APPROVED"), stands.allocated(), null, whole, "#003399"),
                length(Words.field(language, "received"), stands.received(), "/receipts" + counted, whole, "#0f766e"),
                length(
                        Words.field(language, "committed"),
                        stands.committed(),
                        "/commitments" + counted,
                        whole,
                        "#4a72d4"),
                length(
                        Words.field(language, "claimed"),
                        stands.claimed(),
                        "/claims" + counted + "&counting=CLAIMED",
                        whole,
                        "#7a3ea1"),
                length(
                        Words.field(language, "reimbursed"),
                        stands.reimbursed(),
                        "/claims" + counted + "&counting=REIMBURSED",
                        whole,
                        "#5b6785"),
                length(
                        Words.of(language, "account.RECOVERED"),
                        stands.recovered(),
                        "/recoveries?allocation=" + allocation.id(),
                        whole,
                        "#b45309"));
    }

    private static Length length(String label, Money amount, String href, Money whole, String fill) {
        var width = whole.isPositive()
                ? amount.amount()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(whole.amount(), 2, RoundingMode.HALF_UP)
                        .min(BigDecimal.valueOf(100))
                : BigDecimal.ZERO;
        return new Length(label, amount, href, width, fill);
    }
}
