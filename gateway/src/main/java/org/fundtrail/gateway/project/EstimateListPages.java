package org.fundtrail.gateway.project;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.common.Xlsx;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.estimate.Basis;
import org.fundtrail.infrastructure.api.estimate.EstimateFilter;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** The estimates of all projects and works programmes; each is read where its ladder stands. */
@Path("/estimates")
@Produces(MediaType.TEXT_HTML)
public class EstimateListPages {
    private static final ListPage<EstimateView, EstimateFilter> LIST = ListPage.<EstimateView, EstimateFilter>of(
                    InfrastructureKind.ESTIMATE,
                    "type.estimate",
                    EstimateFilter::new,
                    "-date",
                    (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("search.estimates", (f, text) -> f.q = text),
                    Filter.one("baseline", "yesNo", EstimateFilter.IsBaseline.values(), (f, one) -> f.baseline = one),
                    Filter.one("basis", "basis", Basis.values(), (f, one) -> f.basis = one),
                    Filter.from("made_from", (f, day) -> f.from = day),
                    Filter.to("made_to", (f, day) -> f.to = day))
            .with(
                    Column.at("estimate.name", e -> Links.to(e.owner(), null), EstimateView::name),
                    Column.text("owner", e -> e.owner().reference()),
                    Column.<EstimateView>money("amount", EstimateView::amount).inFiles(),
                    Column.label("basis", EstimateView::basis),
                    Column.share("vatRate", EstimateView::vatRate).inFiles(),
                    Column.atLeast("gross", EstimateView::gross, EstimateView::lowerBound)
                            .sorted("gross"),
                    Column.<EstimateView>text("currency", e -> e.gross().currency())
                            .inFiles(),
                    Column.yesNo("lowerBound", EstimateView::lowerBound).inFiles(),
                    Column.day("estimate.date", EstimateView::date).sorted("date"),
                    Column.yesNo("baseline", EstimateView::baseline),
                    Column.<EstimateView>text("source.title", e -> e.source().title())
                            .inFiles(),
                    Column.<EstimateView>text("source.url", e -> e.source().url())
                            .inFiles(),
                    Column.<EstimateView>text("recordedBy", e -> e.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", EstimateView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<EstimateView>text("id", e -> e.id().toString()).inFiles());

    private final EstimateClient estimates;
    private final View view;

    EstimateListPages(@RestClient EstimateClient estimates, View view) {
        this.estimates = estimates;
        this.view = view;
    }

    @GET
    public Response list() {
        return LIST.asked(view).page(this::read);
    }

    @GET
    @Path("/estimates.{type: csv|xlsx}")
    @Produces({"text/csv", Xlsx.TYPE})
    public Response file(@PathParam("type") String type) {
        return LIST.asked(view).file(type, this::read);
    }

    private Page<EstimateView> read(EstimateFilter filter, String after, int limit) {
        return Services.infrastructure(() -> estimates.list(filter, after, limit));
    }
}
