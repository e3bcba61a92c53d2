package org.fundtrail.infrastructure.api.works;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Reference;
import org.fundtrail.common.value.Terms;
import org.fundtrail.infrastructure.api.estimate.Title;

@Schema(name = "NewWorksProgramme", description = "A works programme to record")
public record WorksProgrammeTerms(
        @NotNull
        @Reference(max = 100)
        @Schema(description = "Unique in the institution", examples = "LT-BY-BORDER-2021")
        String reference,

        @NotNull @Valid Title title)
        implements Terms {

    /** Where no title was sent, it is missing in either language. */
    public WorksProgrammeTerms {
        title = title == null ? new Title(null, null) : title;
    }
}
