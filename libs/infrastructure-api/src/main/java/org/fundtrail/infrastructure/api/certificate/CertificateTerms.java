package org.fundtrail.infrastructure.api.certificate;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.common.value.TextOrNumber;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;

@Schema(
        name = "NewCertificate",
        description =
                "What a payment certificate says: sent to record it, and whole again to change it. All amounts are to date; what is left "
                        + "out is as in the last approved one")
public record CertificateTerms(
        @NotNull
        @Text(max = 50, plain = true)
        @JsonDeserialize(using = TextOrNumber.class)
        @Schema(
                description = "What it is called by in its contract",
                examples = "3",
                extensions = @Extension(name = TextOrNumber.SAID, value = "true"))
        String number,

        @Schema(
                description =
                        "It is certificate 0, of the advance that the contract agrees on, and says nothing but its number and its day")
        Boolean advance,

        @Day(happened = true)
        @Schema(
                description =
                        "Until when work is certified: not in the future, and not before the one before. Needed but for the advance, which is of "
                                + "the day of the signature unless given",
                examples = "2022-03-31")
        LocalDate periodTo,

        @Size(max = 500)
        @Schema(description = "What of the lines is done to date; lines that are left out stay as they were")
        List<@NotNull @Valid CertifiedLine> lines,

        @Amount(zero = true, negative = true)
        @Schema(description = "What of approved variations is done to date, without VAT, in EUR")
        Money variations,

        @Amount(zero = true, negative = true)
        @Schema(description = "What of approved adjustments of prices is due to date, without VAT, in EUR")
        Money priceAdjustment,

        @Amount(zero = true)
        @Schema(description = "Plant and materials on site that are not in the works yet, without VAT, in EUR")
        Money plantAndMaterials,

        @Schema(description = "With it the works are taken over: half of what is held back is released")
        Boolean takingOver)
        implements Terms {

    /** Whether it is the one of the advance. */
    public boolean saysAdvance() {
        return Boolean.TRUE.equals(advance);
    }

    public boolean saysTakingOver() {
        return Boolean.TRUE.equals(takingOver);
    }

    @Override
    public List<Across> across() {
        return List.of(datedUnlessOfAdvance(), nothingElseOfAdvance(), eachLineOnce());
    }

    private Across datedUnlessOfAdvance() {
        return new Across(
                List.of("advance", "periodTo"),
                saysAdvance() || periodTo != null,
                Refusal.Finding.of(InputRule.REQUIRED, "periodTo"));
    }

    private Across nothingElseOfAdvance() {
        var said = saysAdvance()
                && (Stream.of(variations, priceAdjustment, plantAndMaterials).anyMatch(Objects::nonNull)
                        || lines != null && !lines.isEmpty()
                        || saysTakingOver());
        return new Across(
                List.of("advance", "lines", "variations", "priceAdjustment", "plantAndMaterials", "takingOver"),
                !said,
                Refusal.Finding.of(InfrastructureRule.ADVANCE_ALONE, "advance"));
    }

    private Across eachLineOnce() {
        var names = new HashSet<String>();
        var twice = lines == null
                ? null
                : lines.stream()
                        .filter(line -> line != null && line.line() != null && !names.add(line.line()))
                        .findFirst()
                        .orElse(null);
        return new Across(
                List.of("lines"),
                twice == null,
                Refusal.Finding.of(
                        InfrastructureRule.LINE_CERTIFIED_TWICE, "lines", "line", twice == null ? "" : twice.line()));
    }
}
