package org.fundtrail.infrastructure.api.certificate;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.contract.Recovery;
import org.fundtrail.infrastructure.api.contract.Retention;
import org.fundtrail.infrastructure.api.contract.VatRegime;

/** What a certificate is computed by. */
@Schema(
        name = "CertificateParameters",
        description = "What the contract agrees on, by which the certificate is computed")
public record CertificateParameters(
        @Schema(description = "What the contract was worth when it was signed, without VAT")
        Money net,

        @Schema(description = "What is held back, or null", nullable = true)
        Retention retention,

        @Schema(description = "What of it is released: NONE, HALF once taken over, ALL once finally accepted")
        Release released,

        @Schema(description = "The advance that was certified, without VAT; 0.00 where none was")
        Money advance,

        @Schema(description = "How it is recovered, or null", nullable = true)
        Recovery recovery,

        @Schema(description = "Who owes VAT: with REVERSE_CHARGE none is payable to the contractor")
        VatRegime vat,

        @Schema(implementation = String.class, examples = "0.21") @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal vatRate) {

    @Schema(name = "RetentionReleased")
    public enum Release {
        NONE(BigDecimal.ZERO),
        /** Once the works are taken over. */
        HALF(new BigDecimal("0.5")),
        /** Once their defects are made good. */
        ALL(BigDecimal.ONE);

        private final BigDecimal share;

        Release(BigDecimal share) {
            this.share = share;
        }

        /** Of what is held back. */
        public BigDecimal share() {
            return share;
        }
    }
}
