package org.fundtrail.funding.api.checklist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.ProposalStanding;
import org.fundtrail.common.ProposalView;

/** A checklist as its readers see it. */
@Schema(
        name = "Checklist",
        description =
                "A version of what is asked when claims of a programme are verified. The latest that was approved is in force; what was approved "
                        + "never changes, so what was answered is read with its questions for ever")
public record ChecklistView(
        UUID id,

        @Schema(description = "The programme's code and the number of this version", examples = "AMIF-EMAS/v3")
        String reference,

        ChecklistProgramme programme,

        @Schema(
                description = "Which version of the programme's checklist it is: a verification names it as version",
                examples = "3")
        int number,

        String title,
        List<ChecklistQuestion> questions,

        @Schema(description = "It is the one by which claims of the programme are verified now")
        boolean inForce,

        @JsonUnwrapped ProposalStanding standing)
        implements ProposalView {}
