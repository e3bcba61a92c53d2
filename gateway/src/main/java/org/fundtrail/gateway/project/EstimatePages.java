package org.fundtrail.gateway.project;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.estimate.Basis;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.estimate.EstimateView;

/** The ladder of estimates, which projects and works programmes have alike; nothing on it is overwritten. */
@RequestScoped
public class EstimatePages {

    private static final Fields<EstimateTerms> FIELDS = Fields.of(
            EstimateTerms.class,
            "estimate",
            Field.text("name").wide(),
            Field.money("amount"),
            Field.radios("basis", "basis", Basis.values()),
            Field.tick("lowerBound"),
            Field.one("accuracyClass", "accuracyClass", "5", "4", "3", "2", "1").optional(),
            Field.day("date"),
            Field.text("source.title").wide(),
            Field.text("source.url").wide().optional());

    private final EstimateClient estimates;
    private final InfrastructureRecords infrastructure;
    private final FormFlow flow;
    private final View view;

    EstimatePages(
            @RestClient EstimateClient estimates,
            @RestClient InfrastructureRecords infrastructure,
            FormFlow flow,
            View view) {
        this.estimates = estimates;
        this.infrastructure = infrastructure;
        this.flow = flow;
        this.view = view;
    }

    /** From the first estimate to the last. */
    List<EstimateView> ladder(String owner, String id) {
        return Services.infrastructure(() -> Whole.list(after -> estimates.ladder(owner, id, after, 200))).stream()
                .sorted(Comparator.comparing(EstimateView::date).thenComparing(EstimateView::recordedAt))
                .toList();
    }

    Response ask(ShortForm s) {
        return flow.ask(s, FIELDS);
    }

    Response go(String to, ShortForm s, String owner, String id) {
        var form = s.form();
        return flow.go(
                to,
                s,
                FIELDS,
                terms -> Services.validate(
                        Services.INFRASTRUCTURE, () -> infrastructure.validate(owner, id, "estimates", terms)),
                terms -> {
                    Services.send(Services.INFRASTRUCTURE, () -> estimates.record(owner, id, form.key(), terms));
                    return s.back() + "?done=estimate";
                });
    }
}
