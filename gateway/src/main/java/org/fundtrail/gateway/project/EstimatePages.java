package org.fundtrail.gateway.project;

import jakarta.enterprise.context.RequestScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.estimate.Basis;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

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
    private final FormFlow flow;

    EstimatePages(@RestClient EstimateClient estimates, FormFlow flow) {
        this.estimates = estimates;
        this.flow = flow;
    }

    /** From the first estimate to the last. */
    List<EstimateView> ladder(String owner, String id) {
        return Services.infrastructure(() -> Whole.list(after -> estimates.ladder(owner, id, after, 200))).stream()
                .sorted(Comparator.comparing(EstimateView::date).thenComparing(EstimateView::recordedAt))
                .toList();
    }

    /** The form of an estimate of this project or works programme. */
    Recording<EstimateTerms> recordingOf(Kind kind, String id, Supplier<Owner> owner) {
        return flow.of(InfrastructureKind.ESTIMATE, FIELDS)
                .by("project-officer")
                .on(kind, id, owner, "/" + kind.room() + "/" + id + "/estimates/new")
                .sendingToOwner((key, terms) -> estimates.record(kind.room(), id, key, terms));
    }
}
