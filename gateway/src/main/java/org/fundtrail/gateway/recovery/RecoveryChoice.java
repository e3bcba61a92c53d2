package org.fundtrail.gateway.recovery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.claim.ClaimFilter;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.gateway.claim.ClaimClient;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.invoice.InvoiceClient;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.services.Services;

/** Of which paid claim something is recovered: found by what it is called, or by a paper that it names. */
@RequestScoped
class RecoveryChoice {
    private static final int FOUND = 20;
    private static final int STRETCH = 200;

    @CheckedTemplate(basePath = "recovery")
    static class Templates {
        static native TemplateInstance choice(List<ClaimView> claims, String sought, String paper, boolean isMore);
    }

    private final ClaimClient claims;
    private final InvoiceClient invoices;
    private final View view;

    RecoveryChoice(@RestClient ClaimClient claims, @RestClient InvoiceClient invoices, View view) {
        this.claims = claims;
        this.invoices = invoices;
        this.view = view;
    }

    Response page() {
        if (!view.has("funding-officer")) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        var invoice = view.asked("invoice");
        return invoice == null ? bySearch(view.asked("q")) : byPaper(invoice);
    }

    private Response bySearch(String sought) {
        var filter = paid();
        filter.q = sought;
        var page = Services.funding(() -> claims.list(filter, null, FOUND));
        return view.show(Templates.choice(page.items(), sought, null, page.next() != null));
    }

    /** Where one paid claim names it there is nothing to choose. */
    private Response byPaper(String id) {
        var invoice = Services.infrastructure(() -> invoices.read(id));
        var filter = paid();
        filter.project = invoice.contract().project().id().toString();
        var naming = Services.funding(() -> Whole.list(after -> claims.list(filter, after, STRETCH))).stream()
                .filter(claim -> names(claim, invoice.id()))
                .toList();
        return naming.size() == 1
                ? View.to("/recoveries/new?claim=" + naming.get(0).id() + "&invoice=" + invoice.id())
                : view.show(Templates.choice(naming, null, invoice.number(), false));
    }

    private static boolean names(ClaimView claim, UUID invoice) {
        return claim.lines().stream()
                .anyMatch(line -> line.invoice() != null && line.invoice().id().equals(invoice));
    }

    private static ClaimFilter paid() {
        var filter = new ClaimFilter();
        filter.status = ClaimStatus.PAID.name();
        return filter;
    }
}
