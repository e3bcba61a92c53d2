package org.fundtrail.infrastructure.api.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;

@Schema(name = "NewContract", description = "What a contract says: sent to record it, and whole again to change it")
public record ContractTerms(
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
        @JsonFormat(shape = JsonFormat.Shape.STRING)
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

    public ContractTerms checked(LocalDate today) {
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
}
