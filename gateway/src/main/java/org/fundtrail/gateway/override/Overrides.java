package org.fundtrail.gateway.override;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.invoice.InvoiceClient;
import org.fundtrail.gateway.list.Merged;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.invoice.InvoiceFilter;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** What was recorded in spite of a rule, in both services; there is no answer of one alone, which would look like all of it. */
@ApplicationScoped
class Overrides {
    private static final String LATEST = "-recordedAt";

    private final OverrideClient commitments;
    private final InvoiceClient invoices;

    Overrides(@RestClient OverrideClient commitments, @RestClient InvoiceClient invoices) {
        this.commitments = commitments;
        this.invoices = invoices;
    }

    /** All of what is asked for that the reader may see, the latest first. */
    List<RecordedOverride> all(OverrideFilter filter) {
        filter.mustBeKnown();
        return Whole.list(after -> page(filter, after, Page.LARGEST));
    }

    /** A stretch of what is asked for, the latest first. */
    Page<RecordedOverride> page(OverrideFilter filter, String after, int limit) {
        return new Merged<RecordedOverride>(
                        RecordedOverride.LATEST,
                        (from, most) -> ofCommitments(filter, from, most),
                        (from, most) -> ofInvoices(filter, from, most))
                .page(after, limit);
    }

    private Page<RecordedOverride> ofCommitments(OverrideFilter filter, String after, int limit) {
        return filter.isOf(FundingKind.COMMITMENT)
                ? of(
                        Services.funding(
                                () -> commitments.list(filter.status, filter.project, filter.q, LATEST, after, limit)),
                        RecordedOverride::of)
                : new Page<>(List.of(), null);
    }

    private Page<RecordedOverride> ofInvoices(OverrideFilter filter, String after, int limit) {
        if (!filter.isOf(InfrastructureKind.INVOICE)) {
            return new Page<>(List.of(), null);
        }
        var numbered = new InvoiceFilter();
        numbered.override = "true";
        numbered.status = filter.status;
        numbered.project = filter.project;
        numbered.q = filter.q;
        numbered.sort = LATEST;
        return of(Services.infrastructure(() -> invoices.list(numbered, after, limit)), RecordedOverride::of);
    }

    private static <T> Page<RecordedOverride> of(Page<T> page, Function<T, RecordedOverride> item) {
        return new Page<>(page.items().stream().map(item).toList(), page.next());
    }
}
