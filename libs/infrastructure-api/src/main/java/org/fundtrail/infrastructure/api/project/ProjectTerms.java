package org.fundtrail.infrastructure.api.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Period;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Reference;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.infrastructure.api.estimate.Title;

@Schema(name = "NewProject", description = "A project to record")
public record ProjectTerms(
        @NotNull @Reference(max = 100) @Schema(description = "Unique in the institution", examples = "LT-BARRIER-2021")
        String reference,

        @NotNull @Valid Title title,

        @NotNull @Schema(description = "What it is; never changes, because programmes may pay for some kinds only")
        ProjectKind kind,

        @NotNull @Text(max = 300) @Schema(description = "Who carries it out", examples = "State Border Guard Service")
        String beneficiary,

        @NotNull @Valid @Schema(description = "From its first to its last day")
        Period period,

        @Text(max = 300) @Schema(description = "Where", examples = "508 km along the border with Belarus")
        String place,

        @Text(max = 200)
        @Schema(
                description = "Id or reference of the works programme it belongs to, if any",
                examples = "LT-BY-BORDER-2021")
        String worksProgramme,

        @Schema(
                description =
                        "Whether its beneficiary gets VAT back, so that VAT costs nothing; false unless given (CPR 64(1)(c))",
                defaultValue = "false")
        Boolean vatRecoverable)
        implements Terms {

    /** Where no title was sent, it is missing in either language. */
    public ProjectTerms {
        title = title == null ? new Title(null, null) : title;
    }

    @Override
    public List<Across> across() {
        return List.of(Across.inOrder(period, "period"));
    }
}
