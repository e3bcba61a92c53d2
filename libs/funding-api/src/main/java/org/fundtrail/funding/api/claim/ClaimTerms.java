package org.fundtrail.funding.api.claim;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.funding.api.rules.FundingRule;

@Schema(
        name = "NewClaim",
        description =
                "What of a project's costs is claimed from an allocation: sent to record it, and whole again to change it. Either invoices, each "
                        + "with all that is left of it, or lines")
public record ClaimTerms(
        @NotNull
        @Text(max = 200)
        @Schema(description = "Id or reference of an allocation in force", examples = "AMIF-EMAS-LT-2021")
        String allocation,

        @NotNull
        @Text(max = 200)
        @Schema(description = "Id or reference of a project of infrastructure-service", examples = "LT-BARRIER-2021")
        String project,

        @Size(max = 50)
        @Schema(description = "Ids of approved invoices of the project: a line of the kind INVOICE for each")
        List<@NotNull UUID> invoices,

        @Size(max = 50) @Schema(description = "What is claimed of each cost")
        List<@NotNull @Valid ClaimLineTerms> lines)
        implements Terms {

    /** Whichever way they were said. */
    public List<ClaimLineTerms> allLines() {
        return saysLines() ? lines : invoices.stream().map(ClaimLineTerms::of).toList();
    }

    private boolean saysLines() {
        return lines != null && !lines.isEmpty();
    }

    private boolean saysInvoices() {
        return invoices != null && !invoices.isEmpty();
    }

    @Override
    public List<Across> across() {
        var rules = new ArrayList<>(List.of(saidOneWay(), eachItemOnce()));
        for (int n = 0; saysLines() && n < lines.size(); n++) {
            if (lines.get(n) != null) {
                lines.get(n)
                        .wrong("lines[" + n + "]")
                        .ifPresent(wrong -> rules.add(new Across(List.of("lines"), false, wrong)));
            }
        }
        return rules;
    }

    private Across saidOneWay() {
        return new Across(
                List.of("invoices", "lines"),
                saysLines() != saysInvoices(),
                Refusal.Finding.of(FundingRule.CLAIM_LINES_NEEDED, "lines"));
    }

    private Across eachItemOnce() {
        var field = saysLines() ? "lines" : "invoices";
        var items = saysLines()
                ? lines.stream().map(line -> line == null ? null : line.named()).toList()
                : saysInvoices() ? invoices.stream().map(String::valueOf).toList() : List.<String>of();
        var seen = new HashSet<String>();
        int twice = first(items, item -> !Objects.isNull(item) && !seen.add(item));
        return new Across(
                List.of(field),
                twice < 0,
                Refusal.Finding.of(
                        FundingRule.ITEM_CLAIMED_TWICE,
                        field + "[" + twice + "]",
                        "item",
                        twice < 0 ? "" : items.get(twice)));
    }

    private static <T> int first(List<T> among, Predicate<T> wrong) {
        for (int n = 0; n < among.size(); n++) {
            if (wrong.test(among.get(n))) {
                return n;
            }
        }
        return -1;
    }
}
