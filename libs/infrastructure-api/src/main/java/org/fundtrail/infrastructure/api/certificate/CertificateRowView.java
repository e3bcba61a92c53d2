package org.fundtrail.infrastructure.api.certificate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.costline.CostLineRef;

/** What an approved certificate moved in a row of the cost report. */
@Schema(name = "CertificateRow", description = "What an approved certificate moved in a row of the cost report")
public record CertificateRowView(
        @Schema(description = "The cost line; null for what has none", nullable = true)
        CostLineRef costLine,

        @Schema(description = "By how much more is certified, before retention and advance, without VAT")
        Money certified,

        @Schema(description = "By how much more is held back")
        Money retained,

        @Schema(description = "What is recovered of the advance")
        Money recovered,

        @Schema(description = "What is payable of it, without VAT")
        Money net,

        @Schema(description = "What is payable of VAT") Money vat) {}
