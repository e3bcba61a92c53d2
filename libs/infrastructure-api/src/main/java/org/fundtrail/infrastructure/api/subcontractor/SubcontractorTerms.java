package org.fundtrail.infrastructure.api.subcontractor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        name = "NewSubcontractor",
        description =
                "Who does a part of a contract for its contractor (Regulation (EU) 2021/1060, Annex XVII). It is never changed, and moves "
                        + "no money")
public record SubcontractorTerms(
        @NotNull @Text(max = 300) @Schema(examples = "UAB Vielos darbai")
        String name,

        @NotNull
        @Text(max = 50)
        @Schema(
                description = "Number in the register of legal persons, as their country writes it",
                examples = "302417795")
        String identifier,

        @NotNull @Amount @Schema(description = "What it does, without VAT, in EUR")
        Money amount,

        @Size(max = 50)
        @Schema(
                description =
                        "Who owns or controls it in the end. Above 50 000.00 EUR they belong here: that they are missing is stated, never refused")
        List<@NotNull @Valid Owner> beneficialOwners,

        @Day(happened = true)
        @Schema(
                description =
                        "From which day it is one: not in the future and not before the contract was signed; the day it is recorded unless given",
                examples = "2021-10-04")
        LocalDate on)
        implements Terms {

    /** Where none were sent, no owner is said. */
    public SubcontractorTerms {
        beneficialOwners = beneficialOwners == null ? List.of() : beneficialOwners;
    }
}
