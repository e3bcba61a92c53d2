package org.fundtrail.infrastructure.api.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.infrastructure.api.security.SecurityKind;

@Schema(
        name = "CertificationTerms",
        description =
                "How the certificates of a contract are computed. A contract without terms is certified without retention and advance, or "
                        + "not at all where acceptance is kept elsewhere")
public record CertificationTerms(
        @Valid @Schema(description = "Nothing is held back unless given")
        Retention retention,

        @Amount @Schema(description = "Paid before any work is done, without VAT, in EUR; none unless given")
        Money advance,

        @Valid @Schema(description = "Of the advance") Recovery recovery,

        @Schema(description = "STANDARD unless given") VatRegime vat,

        @Size(max = 10) @Schema(description = "Without which nothing is certified; none unless given")
        List<@NotNull SecurityKind> securities) {}
