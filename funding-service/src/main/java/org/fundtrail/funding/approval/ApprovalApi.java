package org.fundtrail.funding.approval;

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
            SELECT 'allocation' AS type, a.id, a.reference, NULL AS parent_type, NULL::uuid AS parent_id, NULL AS parent_reference,
                a.amount, a.currency, a.institution, a.recorded_by, a.recorded_at, a.authors
            FROM funding.allocation a WHERE a.status = 'PROPOSED'
            UNION ALL
            SELECT 'receipt', r.id, r.bank_reference, 'allocation', a.id, a.reference,
                r.amount, r.currency, r.institution, r.recorded_by, r.recorded_at, r.authors
            FROM funding.receipt r JOIN funding.allocation a ON a.id = r.allocation_id WHERE r.status = 'RECORDED'
            UNION ALL
            SELECT 'commitment', c.id, c.legal_reference, 'allocation', a.id, a.reference,
                c.amount, c.currency, c.institution, c.recorded_by, c.recorded_at, c.authors
            FROM funding.commitment c JOIN funding.allocation a ON a.id = c.allocation_id WHERE c.status = 'PROPOSED'
            """;

    private static final Map<String, String> DECIDERS =
            Map.of("allocation", Role.APPROVER, "commitment", Role.APPROVER, "receipt", Role.ACCOUNTANT);

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
                    "Allocations and commitments wait for an approver, receipts for an accountant, each somebody else than who "
                            + "recorded or changed them.")
    public Waiting.Items list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        return waiting.list(WAITING, DECIDERS, signedIn.caller(), after, Page.limit(limit));
    }
}
