package org.fundtrail.infrastructure.subcontractor;

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
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorTerms;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorView;
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
@Tag(name = "Subcontractors", description = "Who does parts of contracts, and who owns them in the end")
public class SubcontractorApi {
    private static final Map<String, Sort> AS_RECORDED = Map.of("recordedAt", Sort.moment("r.recordedAt"));

    private final Subcontractors subcontractors;
    private final SubcontractorKind kind;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;

    SubcontractorApi(
            Subcontractors subcontractors,
            SubcontractorKind kind,
            Once once,
            Validation validation,
            SignedIn signedIn) {
        this.subcontractors = subcontractors;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/contracts/{id}/subcontractors")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordSubcontractor",
            summary = "Records a subcontractor of a contract",
            description =
                    "Above 50 000.00 EUR without VAT its beneficial owners belong to it: that they are missing is stated in ownersMissing and never "
                            + "refused. Names and identifiers of all of them can be erased. Refused with contract-not-in-force for a contract that was "
                            + "rejected or withdrawn.")
    @APIResponseSchema(
            value = SubcontractorView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, SubcontractorTerms terms) {
        return once.answer(by -> {
            var subcontractor = subcontractors.record(id, Checks.body(terms), by);
            return Answer.created(
                    kind.view(subcontractor),
                    "/api/infrastructure/v1/subcontractors/" + subcontractor.id(),
                    subcontractor);
        });
    }

    @POST
    @Path("/contracts/{id}/subcontractors/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateSubcontractor(@PathParam("id") UUID id, Part<SubcontractorTerms> part) {
        validation.of(part, reader -> subcontractors.contract(id, reader));
    }

    @GET
    @Path("/contracts/{id}/subcontractors")
    @Operation(
            operationId = "listSubcontractorsOfContract",
            summary = "Lists the subcontractors of a contract, oldest first")
    public Page<SubcontractorView> ofContract(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var contract = subcontractors.contract(id, reader).id();
        var listing = Listing.of(Subcontractor.class, reader)
                .where("r.contract.id = :contract", "contract", contract)
                .sorted(AS_RECORDED, null, "recordedAt");
        int most = Page.limit(limit);
        return listing.page(subcontractors.list(listing, after, most), most, kind::view);
    }

    @GET
    @Path("/subcontractors/{id}")
    @Operation(operationId = "readSubcontractor", summary = "Reads a subcontractor of a contract")
    @APIResponseSchema(SubcontractorView.class)
    public Response read(@PathParam("id") UUID id) {
        var subcontractor = subcontractors.find(id, signedIn.caller());
        return Response.ok(kind.view(subcontractor))
                .tag(String.valueOf(subcontractor.version()))
                .build();
    }
}
