package org.fundtrail.infrastructure.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.estimate.NewEstimate;

@Schema(description = "What a contract says: sent to record it, and whole again to change it")
record NewContract(
        @Schema(
                required = true,
                description = "Unique in the institution",
                maxLength = 100,
                examples = "LT-BARRIER-2021-TETAS-1")
        String reference,

        @Schema(required = true) Contractor contractor,

        @Schema(required = true, description = "Its worth without VAT, in EUR")
        Money net,

        @Schema(
                required = true,
                description = "VAT on it, between 0 and 1, at most six decimals",
                implementation = String.class,
                examples = "0.21")
        BigDecimal vatRate,

        @Schema(
                required = true,
                description = "Not in the future; the effective date of the contract",
                examples = "2021-09-13")
        LocalDate signedOn,

        @Schema(
                required = true,
                description = "When the work is due; not before it was signed",
                examples = "2022-04-30")
        LocalDate dueOn) {

    /** Who carries it out. */
    @Schema(name = "Contractor")
    record Contractor(
            @Schema(required = true, maxLength = 300, examples = "UAB Tetas")
            String name,

            @Schema(
                    required = true,
                    description = "Number in the register of legal persons, as their country writes it",
                    maxLength = 50,
                    examples = "300513148")
            String identifier) {}

    NewContract checked(LocalDate today) {
        new Checks()
                .reference(reference, "reference", 100)
                .text(contractor == null ? null : contractor.name(), "contractor.name", 300)
                .text(contractor == null ? null : contractor.identifier(), "contractor.identifier", 50)
                .amount(net, "net")
                .rate(vatRate, "vatRate")
                .happened(signedOn, "signedOn", today)
                .date(dueOn, "dueOn")
                .that(
                        signedOn == null || dueOn == null || !dueOn.isBefore(signedOn),
                        InputRule.END_BEFORE_START,
                        "dueOn",
                        "start",
                        String.valueOf(signedOn))
                .done();
        return this;
    }

    /** Net and VAT, in EUR, the VAT rounded half up to the cent; refuses what is too large to be kept. */
    Money gross() {
        return NewEstimate.withVat(net, vatRate, "net");
    }
}
