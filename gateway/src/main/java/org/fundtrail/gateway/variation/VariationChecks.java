package org.fundtrail.gateway.variation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.variation.VariationView;

/** What is looked up for whoever decides on a variation: how much of the contract it is, and which thresholds it passes. */
record VariationChecks(VariationView variation, Language language) {

    List<Check> of(ContractView contract) {
        var checks = new ArrayList<Check>();
        if (variation.together() == null) {
            checks.add(Check.of(true, Words.of(language, "check.price-adjustment")));
        } else {
            checks.add(Check.of(
                    variation.warnings().isEmpty(),
                    Words.say(
                            language,
                            "check.varied",
                            Map.of(
                                    "together", language.money(variation.together()),
                                    "share", language.percent(variation.share()),
                                    "original", language.money(variation.original())))));
        }
        variation
                .warnings()
                .forEach(warning -> checks.add(Check.of(false, Words.label(language, "threshold", warning.name()))));
        checks.add(counts(contract));
        return Check.inOrder(checks);
    }

    private Check counts(ContractView contract) {
        var isDue = !variation.on().isAfter(contract.dueOn());
        return Check.of(
                isDue,
                Words.say(
                        language,
                        isDue ? "check.varied-in-time" : "check.varied-late",
                        Map.of(
                                "day",
                                variation.on().toString(),
                                "to",
                                contract.dueOn().toString())));
    }
}
