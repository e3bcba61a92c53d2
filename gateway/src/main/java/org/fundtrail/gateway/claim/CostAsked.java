package org.fundtrail.gateway.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimItem;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.claim.ClaimLineTerms;
import org.fundtrail.funding.api.claim.ClaimLineView;
import org.fundtrail.funding.api.claim.ClaimTerms;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.claim.ClaimableCost;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Placing;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.form.TypedNumber;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.ServiceDown;

/**
 * A cost of the project, or a cost option for it, as the form of a claim asks for it: whether it is claimed, and how much of it.
 *
 * @param name of its controls
 * @param isChosen it is claimed
 * @param typed how much, as it was typed; empty where all that is left is
 * @param quantity how many units of a unit cost, as it was typed
 * @param description what the claim says of it besides, or null
 */
record CostAsked(String name, ClaimableCost cost, boolean isChosen, String typed, String quantity, String description) {
    private static final String LINES = "costs";
    /** How the API calls a line, or something of it. */
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)]");

    /** @param now the claim that is changed, or null */
    static List<CostAsked> of(List<ClaimableCost> costs, ClaimView now, Form form) {
        var claimed = claimed(now);
        var isTyped = form.has(name(0) + ".id");
        var asked = new ArrayList<CostAsked>();
        var all = new ArrayList<>(costs);
        claimed.values().stream()
                .filter(line -> costs.stream().noneMatch(cost -> cost.id().equals(id(line))))
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
                    isTyped ? form.value(name + ".quantity") : quantity(before, form.language()),
                    isTyped ? form.value(name + ".description") : before == null ? null : before.description()));
        }
        return asked;
    }

    private static String quantity(ClaimLineView before, Language language) {
        return before == null || before.quantity() == null
                ? ""
                : language.number(before.quantity().toPlainString());
    }

    /** A cost that the claim names and that cannot be claimed just now: it stays until somebody leaves it out. */
    private static ClaimableCost gone(ClaimLineView line) {
        var item = item(line);
        return new ClaimableCost(
                line.kind(),
                id(line),
                called(line),
                item == null ? ApprovalStatus.APPROVED.name() : item.status(),
                null,
                null,
                item == null ? line.amount() : item.gross(),
                item == null ? line.amount() : item.eligible(),
                Money.zero(),
                false,
                line.option(),
                ClaimableCost.Hindrance.NOTHING_LEFT);
    }

    private static Map<UUID, ClaimLineView> claimed(ClaimView now) {
        var lines = new HashMap<UUID, ClaimLineView>();
        if (now != null) {
            now.lines().forEach(line -> lines.put(id(line), line));
        }
        return lines;
    }

    /** The paper of a line; null where it is by a cost option. */
    private static ClaimItem item(ClaimLineView line) {
        return line.invoice() == null ? line.directCost() : line.invoice();
    }

    private static UUID id(ClaimLineView line) {
        return line.option() == null ? item(line).id() : line.option().id();
    }

    private static String called(ClaimLineView line) {
        return line.option() == null ? item(line).number() : line.option().reference();
    }

    private static String name(int n) {
        return LINES + "[" + n + "]";
    }

    /** Whether it can be chosen; what is chosen already can be left out. */
    public boolean isOpen() {
        return cost.hindrance() == null || isChosen;
    }

    /** What was chosen, in the order of the page; what cannot be read is noted in the form, at its cost. */
    static List<ClaimLineTerms> read(Form form, Supplier<List<ClaimableCost>> costs) {
        var lines = new ArrayList<ClaimLineTerms>();
        for (int n = 0; form.has(name(n) + ".id"); n++) {
            var name = name(n);
            int ofPage = n + 1;
            form.called().row(name, () -> called(form, name, costs, ofPage));
            if (form.has(name + ".take")) {
                lines.add(line(form, name));
            }
        }
        if (lines.isEmpty()) {
            form.refuse(LINES, "need.costs");
        }
        return lines;
    }

    /** Where a refusal of one of its lines is said: at the cost, called by its number. */
    static Placing.Place place(Form form, String path, Supplier<List<ClaimableCost>> costs) {
        var line = LINE.matcher(path);
        if (!line.lookingAt()) {
            return null;
        }
        var chosen = IntStream.iterate(0, n -> form.has(name(n) + ".id"), n -> n + 1)
                .mapToObj(CostAsked::name)
                .filter(name -> form.has(name + ".take"))
                .toList();
        var n = Integer.parseInt(line.group(1));
        return n < chosen.size()
                ? new Placing.Place(
                        chosen.get(n) + at(path), called(costs.get(), form.value(chosen.get(n) + ".id"), n + 1))
                : null;
    }

    /** At what was asked of the line, and otherwise at its amount. */
    private static String at(String path) {
        return Stream.of(".quantity", ".description")
                .filter(path::endsWith)
                .findFirst()
                .orElse(".amount");
    }

    /** Where a refusal of a line of a claim is said on its page: at that line, called by the number of its paper. */
    static Placing.Place place(String path, Supplier<ClaimView> claim) {
        var named = LINE.matcher(path);
        if (!named.lookingAt()) {
            return null;
        }
        var n = Integer.parseInt(named.group(1));
        return claim.get().lines().stream()
                .filter(line -> line.line() == n + 1)
                .map(line -> new Placing.Place("line-" + line.line(), called(line)))
                .findFirst()
                .orElse(null);
    }

    /** The number of its paper, which only the service knows; where that is away its place on the page. */
    private static String called(Form form, String name, Supplier<List<ClaimableCost>> costs, int n) {
        try {
            return called(costs.get(), form.value(name + ".id"), n);
        } catch (ServiceDown down) {
            return String.valueOf(n);
        }
    }

    private static String called(List<ClaimableCost> costs, String id, int line) {
        return costs.stream()
                .filter(cost -> cost.id().toString().equals(id))
                .map(ClaimableCost::number)
                .findFirst()
                .orElse(String.valueOf(line));
    }

    private static ClaimLineTerms line(Form form, String name) {
        var kind = kind(form.value(name + ".kind"));
        var id = id(form, name + ".id");
        return new ClaimLineTerms(
                kind,
                kind == ClaimLineKind.INVOICE ? id : null,
                kind == ClaimLineKind.DIRECT_COST ? id : null,
                kind.isOfOption() && id != null ? id.toString() : null,
                kind == ClaimLineKind.UNIT_COST ? quantity(form, name + ".quantity") : null,
                form.isBlank(name + ".amount") ? null : form.money(name + ".amount"),
                kind == ClaimLineKind.LUMP_SUM
                        ? needed(form, name + ".description")
                        : form.optionalText(name + ".description"));
    }

    private static ClaimLineKind kind(String sent) {
        return Arrays.stream(ClaimLineKind.values())
                .filter(kind -> kind.name().equals(sent))
                .findFirst()
                .orElse(ClaimLineKind.INVOICE);
    }

    private static String quantity(Form form, String name) {
        if (form.isBlank(name)) {
            form.refuse(name, "need.units");
            return null;
        }
        return TypedNumber.quantity(form, name);
    }

    private static String needed(Form form, String name) {
        if (form.isBlank(name)) {
            form.refuse(name, "need.trigger-met");
        }
        return form.optionalText(name);
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
        var reckoning = Reckoning.of(terms, costs);
        var answers = new ArrayList<Answer>();
        for (var line : terms.lines()) {
            answers.add(new Answer(
                    Words.say(language, "cost_claimed", Map.of("number", reckoning.called(line))),
                    language.money(reckoning.amount(line))));
        }
        answers.add(new Answer(Words.field(language, "claimed"), language.money(reckoning.sum())));
        return answers;
    }
}
