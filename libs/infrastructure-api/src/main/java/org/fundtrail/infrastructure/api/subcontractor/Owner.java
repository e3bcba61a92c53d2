package org.fundtrail.infrastructure.api.subcontractor;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Text;

/** A beneficial owner: the natural person who owns or controls a company in the end (Directive (EU) 2015/849, Article 3(6)). */
@Schema(
        name = "BeneficialOwner",
        description = "Who owns or controls it in the end, a natural person (Directive (EU) 2015/849, Article 3(6))")
public record Owner(
        @NotNull @Text(max = 300) @Schema(examples = "Ona Kazlauskienė")
        String name,

        @Text(max = 50)
        @Schema(
                description = "Personal or tax number, as the country writes it, where it is known",
                examples = "48001011234")
        String identifier) {}
