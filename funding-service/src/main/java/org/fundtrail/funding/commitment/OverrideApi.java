package org.fundtrail.funding.commitment;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Page;
import org.fundtrail.common.Xlsx;
import org.fundtrail.funding.api.commitment.OverrideView;
import org.fundtrail.journal.Caller;
import org.fundtrail.records.Listing;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.WholeList;

@Path("/v1/overrides")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments")
public class OverrideApi {
    private static final Columns<OverrideView> COLUMNS = Columns.of(OverrideView.class)
            .with("legalCommitmentReference", OverrideView::reference)
            .with("allocation", o -> o.allocation().reference())
            .with("programme", OverrideView::programme)
            .with("costScope", o -> o.costScope().stream().map(Enum::name).collect(Collectors.joining(", ")))
            .with("law", OverrideView::law)
            .with("rule", OverrideView::rule)
            .with("project", o -> o.project().reference())
            .with("projectKind", o -> o.project().kind())
            .sum("amount", OverrideView::amount, "r.committed")
            .with("currency", o -> o.amount().currency())
            .with("override", OverrideView::reason)
            .with("status", OverrideView::status)
            .with("recordedBy", o -> o.recordedBy().name())
            .with("recordedAt", OverrideView::recordedAt, Sort.moment("r.recordedAt"))
            .with("decidedBy", o -> o.decidedBy() == null ? null : o.decidedBy().name())
            .with("decidedAt", OverrideView::decidedAt)
            .with("reason", OverrideView::decisionReason)
            .with("id", OverrideView::id);

    private final Commitments commitments;
    private final CommitmentKind kind;
    private final WholeList whole;
    private final SignedIn signedIn;

    OverrideApi(Commitments commitments, CommitmentKind kind, WholeList whole, SignedIn signedIn) {
        this.commitments = commitments;
        this.kind = kind;
        this.whole = whole;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "listCommitmentsByOverride",
            summary =
                    "Lists the commitments that were recorded in spite of the earmark of their programme, oldest first",
            description =
                    "Each with the rule, the act that says what the fund may pay for, and why it was recorded all the same. The gateway joins it "
                            + "with the invoices that were recorded by override: GET /api/v1/overrides.")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<OverrideView> list(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = ApprovalStatus.class)) String status,
            @QueryParam("project") @Parameter(description = "Id or reference of a project", example = "LT-BARRIER-2021")
                    String project,
            @QueryParam("q") @Parameter(description = "Text in the reference of the legal commitment") String q,
            @QueryParam("sort")
                    @Parameter(description = "recordedAt; a minus in front turns it round (recordedAt unless given)")
                    String sort,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        return page(new Query(status, project, q, sort), signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(
            @QueryParam("status") String status,
            @QueryParam("project") String project,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort,
            @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        var query = new Query(status, project, q, sort);
        return whole.file(asked, "overrides", COLUMNS, (after, limit) -> page(query, reader, after, limit));
    }

    /** By what the list is narrowed, and in which order it is. */
    private record Query(String status, String project, String q, String sort) {}

    private Page<OverrideView> page(Query query, Caller reader, String after, int most) {
        var listing = Listing.of(Commitment.class, reader)
                .where("r.terms.override.reason IS NOT NULL")
                .within(query.project(), "r.projectId", "r.terms.project")
                .where("r.status = :status", "status", Listing.oneOf(ApprovalStatus.class, query.status(), "status"))
                .containing(query.q(), "r.terms.legalCommitment.reference")
                .in(COLUMNS, query.sort(), "recordedAt");
        var rows = commitments.list(null, listing, after, most, reader);
        var views = kind.overriding(rows);
        return listing.page(rows, most, one -> views.get(one.id()));
    }
}
