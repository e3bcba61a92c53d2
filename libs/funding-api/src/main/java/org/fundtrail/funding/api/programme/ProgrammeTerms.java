package org.fundtrail.funding.api.programme;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Period;

@Schema(name = "NewProgramme", description = "A programme to record")
public record ProgrammeTerms(
        @Schema(required = true, description = "Unique in the institution", maxLength = 100, examples = "BMVI-LT-2021")
        String code,

        @Schema(required = true, description = "The fund that finances it")
        Fund fund,

        @Schema(required = true, maxLength = 500, examples = "Border management and visa programme of Lithuania")
        String name,

        @Schema(required = true, description = "Who manages it (FR 62(1))")
        ManagementMode managementMode,

        @Schema(required = true, description = "The years it runs")
        Period period,

        @Schema(required = true, description = "The kinds of project that its money may pay for")
        List<CostKind> costScope) {

    public ProgrammeTerms checked() {
        new Checks()
                .reference(code, "code", 100)
                .given(fund, "fund")
                .text(name, "name", 500)
                .given(managementMode, "managementMode")
                .period(period, "period")
                .given(costScope == null || costScope.contains(null) ? null : costScope, "costScope")
                .done();
        return this;
    }
}
