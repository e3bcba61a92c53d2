package org.fundtrail.gateway.certificate;

import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.infrastructure.api.certificate.CertificateFilter;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** The list of certificates: by what it is narrowed, and what stands in it. */
final class CertificateList {
    static final ListPage<CertificateView, CertificateFilter> LIST = ListPage.<CertificateView, CertificateFilter>of(
                    InfrastructureKind.CERTIFICATE,
                    "type.certificate",
                    CertificateFilter::new,
                    "-recordedAt",
                    (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("search.certificates", (f, text) -> f.q = text),
                    Filter.one("status", "certificate.status", ApprovalStatus.values(), (f, one) -> f.status = one))
            .with(
                    Column.<CertificateView>record(
                                    "reference", "certificates", CertificateView::id, CertificateView::reference)
                            .sorted("reference"),
                    Column.record(
                            "contract",
                            "contracts",
                            c -> c.contract().id(),
                            c -> c.contract().reference()),
                    Column.<CertificateView>text(
                                    "project", c -> c.contract().project().reference())
                            .inFiles(),
                    Column.<CertificateView>text("number", CertificateView::number)
                            .inFiles(),
                    Column.<CertificateView>day("periodTo", CertificateView::periodTo)
                            .sorted("periodTo"),
                    Column.money("works", CertificateView::works).inFiles(),
                    Column.money("variations", CertificateView::variations).inFiles(),
                    Column.money("priceAdjustment", CertificateView::priceAdjustment)
                            .inFiles(),
                    Column.money("plantAndMaterials", CertificateView::plantAndMaterials)
                            .inFiles(),
                    Column.money("certified", CertificateView::gross),
                    Column.money("retention", CertificateView::retention).inFiles(),
                    Column.money("released", CertificateView::released).inFiles(),
                    Column.money("advanceRecovered", CertificateView::advanceRecovered)
                            .inFiles(),
                    Column.money("cumulative", CertificateView::cumulative).inFiles(),
                    Column.money("net", CertificateView::net).inFiles(),
                    Column.money("vat", CertificateView::vat).inFiles(),
                    Column.money("payable", CertificateView::payable).sorted("payable"),
                    Column.<CertificateView>text("currency", c -> c.payable().currency())
                            .inFiles(),
                    Column.status("certificate", CertificateView::status),
                    Column.<CertificateView>text(
                                    "recordedBy", c -> c.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", CertificateView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<CertificateView>text(
                                    "decidedBy",
                                    c -> c.decidedBy() == null
                                            ? null
                                            : c.decidedBy().name())
                            .inFiles(),
                    Column.<CertificateView>text("id", c -> c.id().toString()).inFiles());

    private CertificateList() {}
}
