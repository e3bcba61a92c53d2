package org.fundtrail.funding.api.programme;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Period;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Reference;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        description =
                "What a programme should have said. What is left out stays; all but its name stays once an allocation names it.")
public record ProgrammeCorrection(
        @Reference(max = 100) @Schema(examples = "BMVI-LT-2021")
        String code,

        Fund fund,

        @Text(max = 500) @Schema(examples = "Border management and visa programme of Lithuania")
        String name,

        ManagementMode managementMode,

        @Valid @Schema(description = "The years it runs, both days")
        Period period,

        @Schema(description = "The kinds of project that its money may pay for, all of them")
        List<CostKind> costScope,

        @NotNull @Text(max = 2000) @Schema(description = "Why", examples = "A letter was missing")
        String reason)
        implements Terms {

    @Override
    public List<Across> across() {
        return List.of(Across.inOrder(period, "period"), ProgrammeTerms.onlyKindsThatThereAre(costScope));
    }

    /** What the programme says then, besides its scope. */
    public ProgrammeTerms of(ProgrammeTerms now) {
        return new ProgrammeTerms(
                requireNonNullElse(code, now.code()),
                requireNonNullElse(fund, now.fund()),
                requireNonNullElse(name, now.name()),
                requireNonNullElse(managementMode, now.managementMode()),
                requireNonNullElse(period, now.period()),
                costScope);
    }
}
