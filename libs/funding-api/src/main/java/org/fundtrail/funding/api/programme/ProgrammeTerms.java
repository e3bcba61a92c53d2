package org.fundtrail.funding.api.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Period;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Reference;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(name = "NewProgramme", description = "A programme to record")
public record ProgrammeTerms(
        @NotNull @Reference(max = 100) @Schema(description = "Unique in the institution", examples = "BMVI-LT-2021")
        String code,

        @NotNull @Schema(description = "The fund that finances it")
        Fund fund,

        @NotNull @Text(max = 500) @Schema(examples = "Border management and visa programme of Lithuania")
        String name,

        @NotNull @Schema(description = "Who manages it (FR 62(1))")
        ManagementMode managementMode,

        @NotNull @Valid @Schema(description = "The years it runs")
        Period period,

        @NotEmpty @Schema(description = "The kinds of project that its money may pay for")
        List<CostKind> costScope)
        implements Terms {

    @Override
    public List<Across> across() {
        return List.of(Across.inOrder(period, "period"), onlyKindsThatThereAre(costScope));
    }

    static Across onlyKindsThatThereAre(List<CostKind> costScope) {
        return new Across(
                List.of("costScope"),
                costScope == null || costScope.stream().allMatch(Objects::nonNull),
                Refusal.Finding.of(InputRule.REQUIRED, "costScope"));
    }
}
