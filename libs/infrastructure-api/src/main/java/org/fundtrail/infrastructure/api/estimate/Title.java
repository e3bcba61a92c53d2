package org.fundtrail.infrastructure.api.estimate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;

@Schema(description = "How it is called, in English and in Lithuanian")
public record Title(
        @Schema(required = true, maxLength = 300, examples = "Physical barrier on the border with Belarus")
        String en,

        @Schema(required = true, maxLength = 300, examples = "Fizinis barjeras pasienyje su Baltarusija")
        String lt) {

    /** Both have to be there; also where no title was sent at all. */
    public static void check(Title said, Checks checks) {
        checks.text(said == null ? null : said.en, "title.en", 300)
                .text(said == null ? null : said.lt, "title.lt", 300);
    }
}
