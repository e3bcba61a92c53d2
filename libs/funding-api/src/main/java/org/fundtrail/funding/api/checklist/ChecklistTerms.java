package org.fundtrail.funding.api.checklist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        name = "NewChecklist",
        description =
                "What is asked when claims of a programme are verified (CPR 74(1)(a)): the next version of its checklist")
public record ChecklistTerms(
        @NotNull @Text(max = 200) @Schema(description = "Id or code of a programme", examples = "AMIF-EMAS")
        String programme,

        @NotNull @Text(max = 300) @Schema(examples = "Verification of payment claims")
        String title,

        @NotEmpty
        @Size(max = 100)
        @Schema(description = "In the order in which they are asked: the first is question 1")
        List<@NotNull @Valid ChecklistQuestion> questions)
        implements Terms {}
