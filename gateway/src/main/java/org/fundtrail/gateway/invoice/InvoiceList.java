package org.fundtrail.gateway.invoice;

import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.infrastructure.api.invoice.InvoiceFilter;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** The list of invoices: its filters and its columns. */
final class InvoiceList {
    static final ListPage<InvoiceView, InvoiceFilter> PAGE = ListPage.<InvoiceView, InvoiceFilter>of(
                    InfrastructureKind.INVOICE,
                    "type.invoice",
                    InvoiceFilter::new,
                    "-recordedAt",
                    (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("search.invoices", (f, text) -> f.q = text),
                    Filter.one("status", "invoice.status", InvoiceStatus.values(), (f, one) -> f.status = one),
                    Filter.one("override", "yesNo", InSpite.values(), InvoiceList::overriding))
            .with(
                    Column.<InvoiceView>record("number", "invoices", InvoiceView::id, InvoiceView::number)
                            .sorted("number"),
                    Column.record(
                            "contract",
                            "contracts",
                            i -> i.contract().id(),
                            i -> i.contract().reference()),
                    Column.<InvoiceView>text(
                                    "project", i -> i.contract().project().reference())
                            .inFiles(),
                    Column.text("supplier", i -> i.supplier().name()),
                    Column.<InvoiceView>text(
                                    "supplier.identifier", i -> i.supplier().identifier())
                            .inFiles(),
                    Column.<InvoiceView>day("issuedOn", InvoiceView::issuedOn)
                            .sorted("issuedOn")
                            .inFiles(),
                    Column.day("invoice.dueOn", InvoiceView::dueOn),
                    Column.money("net", InvoiceView::net).inFiles(),
                    Column.money("vat", InvoiceView::vat).inFiles(),
                    Column.money("gross", InvoiceView::gross).sorted("gross"),
                    Column.<InvoiceView>text("currency", i -> i.gross().currency())
                            .inFiles(),
                    Column.money("credited", InvoiceView::credited).inFiles(),
                    Column.money("eligible", InvoiceView::eligible).inFiles(),
                    Column.<InvoiceView>text("acceptance", InvoiceView::acceptance)
                            .inFiles(),
                    Column.<InvoiceView>text(
                                    "override",
                                    i -> i.override() == null
                                            ? null
                                            : i.override().reason())
                            .inFiles(),
                    Column.status("invoice", InvoiceView::status),
                    Column.day("paidOn", InvoiceView::paidOn).inFiles(),
                    Column.<InvoiceView>text("proof", InvoiceView::proof).inFiles(),
                    Column.<InvoiceView>text("recordedBy", i -> i.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", InvoiceView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<InvoiceView>text("id", i -> i.id().toString()).inFiles());

    /** Whether it was recorded though there is another of its number. */
    private enum InSpite {
        YES,
        NO
    }

    private InvoiceList() {}

    private static void overriding(InvoiceFilter filter, String chosen) {
        filter.override = chosen == null || chosen.isBlank()
                ? null
                : String.valueOf(InSpite.YES.name().equals(chosen));
    }
}
