package org.fundtrail.records.proof;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.FindingAnswer;
import org.fundtrail.common.FindingView;
import org.fundtrail.common.Page;
import org.fundtrail.common.VerificationView;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Once;

/** The service checks its own record: entries against the log, and every row against what entries say. */
@Path("/v1/log")
@RolesAllowed({Role.AUDITOR, Role.ADMINISTRATOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provable history")
public class VerificationApi {
    private final Verifications verifications;
    private final KeptFindings findings;
    private final Once once;
    private final HttpServerRequest request;

    VerificationApi(Verifications verifications, KeptFindings findings, Once once, HttpServerRequest request) {
        this.verifications = verifications;
        this.findings = findings;
        this.once = once;
        this.request = request;
    }

    @Schema(name = "VerificationList")
    record Verified(
            List<VerificationView> items,

            @Schema(description = "What to give as after to read on; null at the end", nullable = true)
            String next) {}

    @Schema(name = "FindingList")
    record Found(
            List<FindingView> items,

            @Schema(description = "What to give as after to read on; null at the end", nullable = true)
            String next) {}

    @POST
    @Path("/verifications")
    @Operation(
            operationId = "startVerification",
            summary = "Has the whole record checked",
            description =
                    "The service checks its own database: every entry against its hash, the tree and the signed checkpoints, every balance and turnover "
                            + "against the postings, and every column of every record against what its entries say. Location says where it "
                            + "stands. While one is not finished the answer is that one. Every night one is done by itself.")
    @APIResponseSchema(
            value = VerificationView.class,
            responseCode = "202",
            responseDescription = "It will be done; Location says where it stands")
    public Response start() {
        return once.answer(by -> verifications.ask(request.path(), by));
    }

    @GET
    @Path("/verifications")
    @Operation(operationId = "listVerifications", summary = "Lists the checks of the record, the newest first")
    public Verified list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        var page = verifications.list(after, Page.limit(limit));
        return new Verified(page.items(), page.next());
    }

    @GET
    @Path("/verifications/{id}")
    @Operation(operationId = "readVerification", summary = "Reads where a check of the record stands")
    public VerificationView read(@PathParam("id") UUID id) {
        return verifications.read(id);
    }

    @GET
    @Path("/findings")
    @Operation(
            operationId = "listFindings",
            summary = "Lists what checks of the record have found",
            description =
                    "In the order in which it was found. The same is kept once, however often it is found; of one check a thousand at most are kept.")
    public Found found(
            @QueryParam("open")
                    @Parameter(description = "true: only what nobody has answered; false: only what somebody has")
                    Boolean open,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        var page = findings.list(open, after, Page.limit(limit));
        return new Found(page.items(), page.next());
    }

    @GET
    @Path("/findings/{id}")
    @Operation(operationId = "readFinding", summary = "Reads a finding")
    public FindingView finding(@PathParam("id") UUID id) {
        return findings.read(id);
    }

    @POST
    @Path("/findings/{id}/answer")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "answerFinding",
            summary = "Answers a finding and so closes it",
            description =
                    "In writing and once; refused with finding-answered the second time. The answer is an entry and is never changed. Until then the "
                            + "finding stands on the overview, on the page of the audit and in readiness.")
    @APIResponseSchema(FindingView.class)
    public Response answer(@PathParam("id") UUID id, FindingAnswer answer) {
        return once.answer(by -> findings.answer(id, Checks.body(answer), by));
    }
}
