package org.fundtrail.infrastructure.estimate;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Page;
import org.fundtrail.common.Xlsx;
import org.fundtrail.infrastructure.api.estimate.Basis;
import org.fundtrail.infrastructure.api.estimate.EstimateFilter;
import org.fundtrail.infrastructure.api.estimate.EstimateFilter.IsBaseline;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.journal.Caller;
import org.fundtrail.records.Listing;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.WholeList;

/** The estimates of all, and one by its id; ladders are read and added to at their project or works programme. */
@Path("/v1/estimates")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Estimates",
        description = "What was said to be the cost, when and by whom: a ladder, one of it the baseline")
public class EstimateApi {
    /** The choice that was approved last is the one that counts: no estimate is of a later day. */
    private static final String COUNTS =
            "EXISTS (SELECT b.id FROM Baseline b WHERE b.estimate = r AND b.ownerId = r.ownerId"
                    + " AND b.n = (SELECT max(c.n) FROM Baseline c WHERE c.ownerId = r.ownerId))";

    private static final Columns<EstimateView> COLUMNS = Columns.of(EstimateView.class)
            .with("ownerType", e -> e.owner().type())
            .with("owner", e -> e.owner().reference())
            .with("name", EstimateView::name)
            .with("amount", EstimateView::amount)
            .with("basis", EstimateView::basis)
            .with("vatRate", EstimateView::vatRate)
            .with("gross", EstimateView::gross, Sort.amount("r.gross"))
            .with("currency", e -> e.gross().currency())
            .with("lowerBound", EstimateView::lowerBound)
            .with("accuracyClass", EstimateView::accuracyClass)
            .with("date", EstimateView::date, Sort.day("r.terms.date"))
            .with("sourceTitle", e -> e.source().title())
            .with("sourceUrl", e -> e.source().url())
            .with("baseline", EstimateView::baseline)
            .with("recordedBy", e -> e.recordedBy().name())
            .with("recordedAt", EstimateView::recordedAt, Sort.moment("r.recordedAt"))
            .with("id", EstimateView::id);

    private final Estimates estimates;
    private final WholeList whole;
    private final SignedIn signedIn;

    EstimateApi(Estimates estimates, WholeList whole, SignedIn signedIn) {
        this.estimates = estimates;
        this.whole = whole;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "listEstimates",
            summary = "Lists the estimates of all projects and works programmes",
            description =
                    "They are not added up: the estimates of a project say the same cost again, and a joint estimate covers its parts.")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<EstimateView> list(
            @BeanParam EstimateFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam EstimateFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "estimates", COLUMNS, (after, limit) -> page(filter, reader, after, limit));
    }

    private Page<EstimateView> page(EstimateFilter filter, Caller reader, String after, int limit) {
        var listing = Listing.of(Estimate.class, reader)
                .within(filter.project, "r.ownerId", "r.ownerReference")
                .within(filter.worksProgramme, "r.ownerId", "r.ownerReference")
                .where("r.ownerType = :project", "project", owner(filter.project, "project"))
                .where("r.ownerType = :works", "works", owner(filter.worksProgramme, "works-programme"))
                .where("r.terms.basis = :basis", "basis", Listing.oneOf(Basis.class, filter.basis, "basis"))
                .where("r.terms.date >= :from", "from", Checks.day(filter.from, "from"))
                .where("r.terms.date <= :to", "to", Checks.day(filter.to, "to"))
                .containing(filter.q, "r.terms.name", "r.terms.source.title", "r.ownerReference")
                .where(counts(filter.baseline))
                .in(COLUMNS, filter.sort, "-date");
        return estimates.page(listing, reader, after, limit);
    }

    /** Of which kind the owner is where one is named. */
    private static String owner(String named, String type) {
        return named == null || named.isBlank() ? null : type;
    }

    private static String counts(String baseline) {
        var wanted = Listing.oneOf(IsBaseline.class, baseline, "baseline");
        return wanted == null ? null : wanted == IsBaseline.YES ? COUNTS : "NOT " + COUNTS;
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readEstimate", summary = "Reads an estimate")
    @APIResponseSchema(EstimateView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var estimate = estimates.find(id, reader);
        return Response.ok(estimates.view(estimate, reader))
                .tag(String.valueOf(estimate.version()))
                .build();
    }
}
