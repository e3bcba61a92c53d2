package org.fundtrail.infrastructure.expenditure;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.records.Listing;
import org.fundtrail.records.OpenToServices;
import org.fundtrail.records.SignedIn;

@Path("/v1/expenditure")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Expenditure", description = "What of invoices and direct costs can be claimed")
public class ExpenditureApi {
    private final Expenditure expenditure;
    private final SignedIn signedIn;

    ExpenditureApi(Expenditure expenditure, SignedIn signedIn) {
        this.expenditure = expenditure;
        this.signedIn = signedIn;
    }

    @GET
    @OpenToServices
    @Operation(
            operationId = "listExpenditure",
            summary = "Lists what can be claimed of a project, or says it of some invoices and direct costs",
            description =
                    "Of a project its approved and paid invoices and its approved direct costs, by the day on which they were issued or "
                            + "incurred. By their ids, at most 200 of them (some 90 fit in an address at the gateway), whatever their status, in no stated order; what the reader does not "
                            + "see is left out. Either is asked for: a request for both or for neither is refused. Cost that is declared is "
                            + "eligible less eligibleCredited, of which a fund of the Union pays for what counts in euEligible only (Regulation "
                            + "(EU) 2021/1060, Article 63).")
    public Page<ExpenditureView> list(
            @Parameter(description = "Id or reference of a project", example = "LT-BARRIER-2021") @QueryParam("project")
                    String project,
            @Parameter(description = "Ids of invoices and direct costs") @QueryParam("id") List<String> ids,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var asked = asked(ids);
        var isOfProject = project != null && !project.isBlank();
        if (isOfProject && !asked.isEmpty()) {
            throw Refusal.ofField(
                    InputRule.MALFORMED_VALUE, "id", "expected", "give a project or ids, not both of them");
        }
        if (!isOfProject && asked.isEmpty()) {
            throw Refusal.ofField(InputRule.REQUIRED, "project");
        }
        return isOfProject
                ? expenditure.ofProject(project, reader, after, Page.limit(limit))
                : new Page<>(expenditure.byId(asked, reader), null);
    }

    private static Set<UUID> asked(List<String> ids) {
        var asked = new LinkedHashSet<UUID>();
        for (var text : ids) {
            var id = Listing.id(text, "id");
            if (id != null) {
                asked.add(id);
            }
        }
        if (asked.size() > Page.LARGEST) {
            throw Refusal.ofField(InputRule.LIMIT_OUT_OF_RANGE, "id", "max", String.valueOf(Page.LARGEST));
        }
        return asked;
    }
}
