package org.fundtrail.infrastructure.api.estimate;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Text;

@Schema(description = "How it is called, in English and in Lithuanian")
public record Title(
        @NotNull @Text(max = 300) @Schema(examples = "Physical barrier on the border with Belarus")
        String en,

        @NotNull @Text(max = 300) @Schema(examples = "Fizinis barjeras pasienyje su Baltarusija")
        String lt) {}
