package org.fundtrail.infrastructure.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who pays the VAT of a contract to the state. */
@Schema(
        description =
                "STANDARD: the contractor, so it is payable with the net amount; REVERSE_CHARGE: whoever buys, so the contractor is paid "
                        + "net (Directive 2006/112/EC, Article 199)")
public enum VatRegime {
    STANDARD,
    REVERSE_CHARGE
}
