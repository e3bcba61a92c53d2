package org.fundtrail.gateway.trace;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Problem;
import org.fundtrail.gateway.openapi.WholeApi;

@Path("/api/v1/trace")
@Tag(name = "Trace")
public class TraceApi {
    private final Traces traces;

    TraceApi(Traces traces) {
        this.traces = traces;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "trace", summary = "Where euros came from and where they went", description = """
                    From an allocation down to its receipts, commitments, claims, the invoices, direct costs and cost options that these declare, and their \
                    certificates, contracts and cost lines; and from any of these up to the euros that paid it. What an allocation pays of a cost \
                    is divided among the cost's lines as the cost is, each part rounded half up to the cent, so that they add up. A cost that no \
                    submitted claim declares has edges of 0.00. A recovery that was ordered is an edge from its claim, beside those to what the \
                    claim paid; from a cost only what is recovered of that. paid says what of an amount was paid and did not come back: nothing of a claim \
                    before it is PAID, and less what was paid back or offset. Of each at most 5000 are followed; truncated says whether there are more.""")
    @Extension(name = WholeApi.JOINT, value = "true")
    @APIResponse(
            responseCode = "200",
            description = "The way of the euros",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Trace.class)))
    @APIResponse(
            responseCode = "400",
            description = "from is not type/id of a record that euros go through",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Trace trace(
            @Parameter(
                            required = true,
                            description =
                                    "type/id of an allocation, receipt, commitment, project, claim, recovery, cost-option, invoice, direct-cost, certificate, "
                                            + "contract or cost-line",
                            schema = @Schema(implementation = String.class),
                            example = "claim/0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
                    @QueryParam("from")
                    String from) {
        return traces.from(from);
    }
}
