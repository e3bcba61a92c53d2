package org.fundtrail.infrastructure.security;

import io.quarkus.security.Authenticated;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Page;
import org.fundtrail.common.value.Part;
import org.fundtrail.infrastructure.api.security.SecurityTerms;
import org.fundtrail.infrastructure.api.security.SecurityView;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Answer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Validation;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Securities", description = "Guarantees and insurances of contracts, and until when they are live")
public class SecurityApi {
    private static final Map<String, Sort> AS_RECORDED = Map.of("recordedAt", Sort.moment("r.recordedAt"));

    private final Securities securities;
    private final SecurityRecords kind;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;

    SecurityApi(Securities securities, SecurityRecords kind, Once once, Validation validation, SignedIn signedIn) {
        this.securities = securities;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/contracts/{id}/securities")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordSecurity",
            summary = "Records a security of a contract",
            description =
                    "Counts at once: nothing is certified without those that the contract lists. Refused with contract-not-in-force for "
                            + "a contract that was rejected or withdrawn.")
    @APIResponseSchema(
            value = SecurityView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, SecurityTerms terms) {
        return once.answer(by -> {
            var security = securities.record(id, Checks.body(terms), by);
            return Answer.created(kind.view(security), "/api/infrastructure/v1/securities/" + security.id(), security);
        });
    }

    @POST
    @Path("/contracts/{id}/securities/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateSecurity(@PathParam("id") UUID id, Part<SecurityTerms> part) {
        validation.of(part, reader -> securities.contract(id, reader));
    }

    @GET
    @Path("/contracts/{id}/securities")
    @Operation(operationId = "listSecuritiesOfContract", summary = "Lists the securities of a contract, oldest first")
    public Page<SecurityView> ofContract(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var contract = securities.contract(id, reader).id();
        var listing = Listing.of(Security.class, reader)
                .where("r.contract.id = :contract", "contract", contract)
                .sorted(AS_RECORDED, null, "recordedAt");
        int most = Page.limit(limit);
        return listing.page(securities.list(listing, after, most), most, kind::view);
    }

    @GET
    @Path("/securities/{id}")
    @Operation(operationId = "readSecurity", summary = "Reads a security of a contract")
    @APIResponseSchema(SecurityView.class)
    public Response read(@PathParam("id") UUID id) {
        var security = securities.find(id, signedIn.caller());
        return Response.ok(kind.view(security))
                .tag(String.valueOf(security.version()))
                .build();
    }
}
