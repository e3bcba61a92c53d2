package org.fundtrail.gateway.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.claim.ChecklistAnswer;
import org.fundtrail.funding.api.claim.ClaimLineView;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** What is looked up for whoever authorises a claim: its share, what was deducted, its papers, its days. */
record ClaimChecks(ClaimView claim, Language language) {

    List<Check> of(AllocationView allocation) {
        var checks = new ArrayList<Check>();
        checks.add(share(allocation));
        checks.add(deducted());
        checks.add(held());
        checks.add(answered());
        checks.add(looked());
        if (claim.clock() != null) {
            checks.add(inTime());
        }
        return Check.inOrder(checks);
    }

    private Check share(AllocationView allocation) {
        return Check.of(
                true,
                Words.say(
                        language,
                        "check.claim-share",
                        Map.of(
                                "share", language.money(claim.share()),
                                "eligible", language.money(claim.eligible()),
                                "allocation", allocation.reference())));
    }

    private Check deducted() {
        var isDeducted = claim.deducted().isPositive();
        return Check.of(
                !isDeducted,
                Words.say(
                        language,
                        isDeducted ? "check.claim-deducted" : "check.claim-not-deducted",
                        Map.of(
                                "amount",
                                language.money(claim.deducted()),
                                "claimed",
                                language.money(claim.claimed()))));
    }

    /** A credit note that came after the claim took over what it is of. */
    private Check held() {
        var held = claim.lines().stream().map(ClaimLineView::creditedHeld).reduce(Money.zero(), Money::plus);
        return Check.of(
                !held.isPositive(),
                Words.say(
                        language,
                        held.isPositive() ? "check.claim-credited" : "check.claim-not-credited",
                        Map.of("amount", language.money(held))));
    }

    /** What the verification answered to the checklist; that a programme has none is no fault. */
    private Check answered() {
        var checklist = claim.checklist();
        if (checklist == null) {
            return Check.of(true, Words.of(language, "checklist_not_answered"));
        }
        var no = checklist.answers().stream()
                .filter(one -> one.answer() == ChecklistAnswer.NO)
                .count();
        return Check.of(
                no == 0 && checklist.answered() == checklist.of(),
                Words.filled(
                        language,
                        "check.claim-checklist",
                        Map.of("answered", checklist.answered(), "of", checklist.of(), "no", no)));
    }

    private Check looked() {
        var lines = claim.lines();
        if (lines.get(0).sampled() == null) {
            return Check.of(true, Words.of(language, "sampled_not_stated"));
        }
        var looked = lines.stream().filter(ClaimLineView::sampled).count();
        return Check.of(
                looked == lines.size(),
                Words.filled(language, "check.claim-looked", Map.of("looked", looked, "of", lines.size())));
    }

    private Check inTime() {
        var clock = claim.clock();
        return Check.of(
                clock.day() <= clock.of(),
                Words.say(
                        language,
                        "check.claim-clock",
                        Map.of(
                                "day", String.valueOf(clock.day()),
                                "of", String.valueOf(clock.of()),
                                "due", clock.due().toString())));
    }
}
