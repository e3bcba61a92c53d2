package org.fundtrail.gateway.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.receipt.ReceiptView;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** What is looked up for whoever confirms a receipt: what was still to come, its time, another like it. */
record ReceiptChecks(ReceiptView receipt, Language language) {

    List<Check> of(AllocationView allocation, Page<ReceiptView> alike) {
        var checks = new ArrayList<Check>();
        if (allocation.balances() != null) { // announced already, so what is to be received is what is left
            var left = language.money(allocation.balances().toReceive());
            checks.add(Check.of(true, Words.say(language, "check.still-to-receive", Map.of("left", left))));
        }
        checks.add(decided(allocation));
        checks.add(single(alike));
        return Check.inOrder(checks);
    }

    private Check decided(AllocationView allocation) {
        var decision = allocation.decision().date();
        var isAfter = !receipt.valueDate().isBefore(decision);
        return Check.of(
                isAfter,
                Words.say(
                        language,
                        isAfter ? "check.after-decision" : "check.before-decision",
                        Map.of(
                                "day", receipt.valueDate().toString(),
                                "decision", decision.toString())));
    }

    private Check single(Page<ReceiptView> alike) {
        var others = alike.items().stream()
                .filter(other -> !other.id().equals(receipt.id()))
                .count();
        return new Check(
                others == 0,
                Words.say(
                        language,
                        others == 0 ? "check.single-receipt" : "check.other-receipts",
                        Map.of("reference", receipt.bankReference(), "count", String.valueOf(others))),
                "/receipts?q=" + Links.encoded(receipt.bankReference()));
    }
}
