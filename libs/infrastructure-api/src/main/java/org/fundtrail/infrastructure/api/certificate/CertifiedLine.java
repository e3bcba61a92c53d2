package org.fundtrail.infrastructure.api.certificate;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Text;
import org.fundtrail.common.value.TextOrNumber;

/** What of a line of the schedule is done. */
@Schema(name = "CertifiedLine")
public record CertifiedLine(
        @NotNull
        @Text(max = 50)
        @JsonDeserialize(using = TextOrNumber.class)
        @Schema(
                description = "A line of the contract's schedule of values; 1 where it has none",
                examples = "1",
                extensions = @Extension(name = TextOrNumber.SAID, value = "true"))
        String line,

        @NotNull
        @Amount(zero = true)
        @Schema(description = "What of it is done to date, without VAT, in EUR; never more than it is worth")
        Money amount) {}
