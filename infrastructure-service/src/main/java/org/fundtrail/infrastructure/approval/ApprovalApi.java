package org.fundtrail.infrastructure.approval;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Page;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.SignedIn;
import org.fundtrail.journal.Waiting;

@Path("/v1/approvals")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals", description = "What waits for a second person")
public class ApprovalApi {
    private static final String WAITING = """
            SELECT 'contract' AS type, c.id, c.reference, 'project' AS parent_type, p.id AS parent_id, p.reference AS parent_reference,
                c.gross AS amount, c.currency, c.institution, c.recorded_by, c.recorded_at, c.authors
            FROM infrastructure.contract c JOIN infrastructure.project p ON p.id = c.project_id WHERE c.status = 'PROPOSED'
            """;

    private static final Map<String, String> DECIDERS = Map.of("contract", Role.APPROVER);

    private final Waiting waiting;
    private final SignedIn signedIn;

    ApprovalApi(Waiting waiting, SignedIn signedIn) {
        this.waiting = waiting;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "listApprovals",
            summary = "Lists what waits for a second person, oldest first",
            description =
                    "Contracts wait for an approver, somebody else than who recorded or changed them; the amount is gross.")
    public Waiting.Items list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        return waiting.list(WAITING, DECIDERS, signedIn.caller(), after, Page.limit(limit));
    }
}
