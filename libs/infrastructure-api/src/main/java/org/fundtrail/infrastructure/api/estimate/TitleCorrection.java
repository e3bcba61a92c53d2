package org.fundtrail.infrastructure.api.estimate;

import static java.util.Objects.requireNonNullElse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Text;

@Schema(description = "How it should have been called, in either language or in both")
public record TitleCorrection(
        @Text(max = 300) @Schema(examples = "Physical barrier on the border with Belarus")
        String en,

        @Text(max = 300) @Schema(examples = "Fizinis barjeras pasienyje su Baltarusija")
        String lt) {

    /** The title it makes of this one. */
    public Title of(Title now) {
        return new Title(requireNonNullElse(en, now.en()), requireNonNullElse(lt, now.lt()));
    }
}
