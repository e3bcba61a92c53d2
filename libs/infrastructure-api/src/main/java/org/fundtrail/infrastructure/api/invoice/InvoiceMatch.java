package org.fundtrail.infrastructure.api.invoice;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;

@Schema(
        description =
                "By what the invoice is accepted: one of the two; what was said when it was recorded, unless given")
public record InvoiceMatch(
        @Text(max = 50)
        @Schema(
                description = "Id of an approved certificate of its contract",
                examples = "0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
        String certificate,

        @Text(max = 2000)
        @Schema(
                description =
                        "What was accepted and where that is kept; refused where the contract has terms of certification or a certificate",
                examples = "Delivery note PER-2022/31 of 25 February, in the file of the Border Guard Service")
        String acceptance)
        implements Terms {

    @Override
    public List<Across> across() {
        return List.of(InvoiceTerms.acceptedOnce(certificate, acceptance));
    }
}
