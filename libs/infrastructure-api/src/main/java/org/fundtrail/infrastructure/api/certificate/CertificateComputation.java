package org.fundtrail.infrastructure.api.certificate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;

/** What a certificate comes to, as {@link CertificateView} explains it amount by amount. */
@Schema(
        name = "CertificateComputation",
        description = "What a certificate would come to; every amount is what it is in the certificate itself")
public record CertificateComputation(
        boolean advance,
        Money works,
        Money variations,
        Money priceAdjustment,
        Money plantAndMaterials,
        Money gross,
        Money retention,
        Money released,
        Money advanceRecovered,
        Money advanceRecoveredNow,
        Money cumulative,
        Money previous,
        Money net,
        Money vat,
        Money payable,
        CertificateParameters parameters) {}
