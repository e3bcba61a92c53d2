package org.fundtrail.funding.api.claim;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What whoever verifies a claim answers to the checklist of its programme. */
@Schema(
        description =
                "The answers to the checklist of the claim's programme. A question that is not answered is stated, and refuses nothing")
public record VerificationChecklist(
        @NotNull
        @Schema(
                description =
                        "Which version was answered: the number of the checklist in force, refused with checklist-not-in-force otherwise",
                examples = "3")
        Integer version,

        @NotEmpty @Size(max = 100) List<@NotNull @Valid VerificationAnswer> answers) {}
