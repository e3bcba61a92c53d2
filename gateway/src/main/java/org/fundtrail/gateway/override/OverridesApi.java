package org.fundtrail.gateway.override;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.openapi.WholeApi;
import org.fundtrail.gateway.services.ServiceDown;

@Path("/api/v1/overrides")
@Tag(name = "Overrides")
public class OverridesApi {
    private final Overrides overrides;

    OverridesApi(Overrides overrides) {
        this.overrides = overrides;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listOverrides",
            summary = "Lists what was recorded in spite of a rule, the latest first",
            description =
                    "Commitments to projects outside the earmark of their programme, and invoices whose number the supplier has used before, of both "
                            + "services, each with the rule, why it was recorded all the same, and who decided. All that the reader may see and the query asks for. Where a "
                            + "service cannot be reached there is no partial answer.")
    @Extension(name = WholeApi.JOINT, value = "true")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecordedOverride.All.class)))
    public RecordedOverride.All list(@BeanParam OverrideFilter filter) {
        try {
            return new RecordedOverride.All(overrides.all(filter));
        } catch (ServiceDown down) {
            throw Refusal.of(InputRule.UNAVAILABLE, "service", down.service());
        }
    }
}
