package org.fundtrail.gateway.certificate;

import java.util.Comparator;
import java.util.List;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.infrastructure.api.certificate.CertificateView;

/** What was certified of a contract so far: the next certificate begins with it. */
record Earlier(List<CertificateView> all) {

    /** The last approved one, or null. */
    CertificateView last() {
        return all.stream()
                .filter(one ->
                        one.status() == ApprovalStatus.APPROVED || one.status() == ApprovalStatus.REVERSAL_PROPOSED)
                .max(Comparator.comparing(CertificateView::decidedAt))
                .orElse(null);
    }

    /** The form with what is as in the last one, and the number that follows. */
    Form begin(Form form) {
        var last = last();
        form.with("number", next());
        return last == null
                ? form
                : form.withMoney("variations", last.variations())
                        .withMoney("priceAdjustment", last.priceAdjustment())
                        .withMoney("plantAndMaterials", last.plantAndMaterials());
    }

    private String next() {
        return String.valueOf(all.stream()
                        .filter(one -> one.status() != ApprovalStatus.REJECTED
                                && one.status() != ApprovalStatus.WITHDRAWN
                                && one.number().matches("\\d{1,6}"))
                        .mapToInt(one -> Integer.parseInt(one.number()))
                        .max()
                        .orElse(0)
                + 1);
    }
}
