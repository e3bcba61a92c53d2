package org.fundtrail.gateway.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimItem;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimLineTerms;
import org.fundtrail.funding.api.claim.ClaimLineView;
import org.fundtrail.funding.api.claim.ClaimTerms;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.claim.ClaimableCost;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * A cost of the project as the form of a claim asks for it: whether it is claimed, and how much of it.
 *
 * @param name of its controls
 * @param isChosen it is claimed
 * @param typed how much, as it was typed; empty where all that is left is
 * @param description what the claim says of it besides, or null
 */
record CostAsked(String name, ClaimableCost cost, boolean isChosen, String typed, String description) {
    private static final String LINES = "costs";

    /** @param now the claim that is changed, or null */
    static List<CostAsked> of(List<ClaimableCost> costs, ClaimView now, Form form) {
        var claimed = claimed(now);
        var isTyped = form.has(name(0) + ".id");
        var asked = new ArrayList<CostAsked>();
        var all = new ArrayList<>(costs);
        claimed.values().stream()
                .filter(line -> costs.stream()
                        .noneMatch(cost -> cost.id().equals(item(line).id())))
                .map(CostAsked::gone)
                .forEach(all::add);
        for (var cost : all) {
            var name = name(asked.size());
            var before = claimed.get(cost.id());
            asked.add(new CostAsked(
                    name,
                    cost,
                    isTyped ? form.has(name + ".take") : before != null,
                    isTyped
                            ? form.value(name + ".amount")
                            : before == null ? "" : form.language().typed(before.amount()),
                    isTyped ? form.value(name + ".description") : before == null ? null : before.description()));
        }
        return asked;
    }

    /** A cost that the claim names and that cannot be claimed just now: it stays until somebody leaves it out. */
    private static ClaimableCost gone(ClaimLineView line) {
        var item = item(line);
        return new ClaimableCost(
                line.kind(),
                item.id(),
                item.number(),
                item.status(),
                null,
                null,
                item.gross(),
                item.eligible(),
                Money.zero(),
                ClaimableCost.Hindrance.NOTHING_LEFT);
    }

    private static Map<UUID, ClaimLineView> claimed(ClaimView now) {
        var lines = new HashMap<UUID, ClaimLineView>();
        if (now != null) {
            now.lines().forEach(line -> lines.put(item(line).id(), line));
        }
        return lines;
    }

    private static ClaimItem item(ClaimLineView line) {
        return line.invoice() == null ? line.directCost() : line.invoice();
    }

    private static String name(int n) {
        return LINES + "[" + n + "]";
    }

    /** Whether it can be chosen; what is chosen already can be left out. */
    public boolean isOpen() {
        return cost.hindrance() == null || isChosen;
    }

    /** What was chosen, in the order of the page; what cannot be read is noted in the form, at its cost. */
    static List<ClaimLineTerms> read(Form form) {
        var lines = new ArrayList<ClaimLineTerms>();
        for (int n = 0; form.has(name(n) + ".id"); n++) {
            var name = name(n);
            if (form.has(name + ".take")) {
                lines.add(line(form, name));
            }
        }
        if (lines.isEmpty()) {
            form.refuse(LINES, "need.costs");
        }
        return lines;
    }

    private static ClaimLineTerms line(Form form, String name) {
        var isInvoice = ClaimLineKind.INVOICE.name().equals(form.value(name + ".kind"));
        var id = id(form, name + ".id");
        return new ClaimLineTerms(
                isInvoice ? ClaimLineKind.INVOICE : ClaimLineKind.DIRECT_COST,
                isInvoice ? id : null,
                isInvoice ? null : id,
                form.isBlank(name + ".amount") ? null : form.money(name + ".amount"),
                form.optionalText(name + ".description"));
    }

    private static UUID id(Form form, String name) {
        try {
            return UUID.fromString(form.value(name));
        } catch (IllegalArgumentException e) {
            form.refuse(LINES, "need.costs");
            return null;
        }
    }

    /** What was chosen and what it comes to, for the page where it is checked. */
    static List<Answer> answers(Language language, ClaimTerms terms, List<ClaimableCost> costs) {
        var byId = new HashMap<UUID, ClaimableCost>();
        costs.forEach(cost -> byId.put(cost.id(), cost));
        var answers = new ArrayList<Answer>();
        var sum = Money.zero();
        for (var line : terms.lines()) {
            var cost = byId.get(line.item());
            var amount = line.amount() != null ? line.amount() : cost == null ? Money.zero() : cost.left();
            sum = sum.plus(amount);
            answers.add(new Answer(
                    Words.say(
                            language,
                            "cost_claimed",
                            Map.of("number", cost == null ? line.item().toString() : cost.number())),
                    language.money(amount)));
        }
        answers.add(new Answer(Words.field(language, "claimed"), language.money(sum)));
        return answers;
    }
}
