package org.fundtrail.gateway.override;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.gateway.invoice.InvoiceClient;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.invoice.InvoiceFilter;

/** What was recorded in spite of a rule, in both services; there is no answer of one alone, which would look like all of it. */
@ApplicationScoped
class Overrides {
    private static final int STRETCH = 200;

    private final OverrideClient commitments;
    private final InvoiceClient invoices;

    Overrides(@RestClient OverrideClient commitments, @RestClient InvoiceClient invoices) {
        this.commitments = commitments;
        this.invoices = invoices;
    }

    /** All that the reader may see, the latest first. */
    List<RecordedOverride> all() {
        var numbered = new InvoiceFilter();
        numbered.override = "true";
        return Stream.concat(
                        Services.funding(() -> Whole.list(after -> commitments.list(after, STRETCH))).stream()
                                .map(RecordedOverride::of),
                        Services.infrastructure(() -> Whole.list(after -> invoices.list(numbered, after, STRETCH)))
                                .stream()
                                .map(RecordedOverride::of))
                .sorted(RecordedOverride.LATEST)
                .toList();
    }
}
