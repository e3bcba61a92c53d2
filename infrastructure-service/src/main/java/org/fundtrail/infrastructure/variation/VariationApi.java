package org.fundtrail.infrastructure.variation;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.value.Part;
import org.fundtrail.infrastructure.api.variation.VariationTerms;
import org.fundtrail.infrastructure.api.variation.VariationView;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Answer;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Step;
import org.fundtrail.records.StepsInDocument;
import org.fundtrail.records.Validation;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Variations",
        description =
                "What changes the worth of contracts: variations and price adjustments, noticed, submitted, decided by somebody else")
public class VariationApi {
    private static final String STEPS = "org.fundtrail.infrastructure.variation.VariationStep ";
    private static final Map<String, Sort> AS_RECORDED = Map.of("recordedAt", Sort.moment("r.recordedAt"));

    private final Variations variations;
    private final VariationKind kind;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;

    VariationApi(Variations variations, VariationKind kind, Once once, Validation validation, SignedIn signedIn) {
        this.variations = variations;
        this.kind = kind;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/contracts/{id}/variations")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "recordVariation",
            summary = "Records a variation of a contract or an adjustment of its prices",
            description =
                    "POTENTIAL until it is submitted, or PENDING at once; it counts for nothing until an approver who is somebody else "
                            + "approves it. The schedule of values stays as it is. Refused with contract-not-in-force unless the contract is "
                            + "approved. That thresholds of procurement law are passed is stated (warnings), never refused.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "RECORD PROPOSE")
    @APIResponseSchema(
            value = VariationView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response record(@PathParam("id") UUID id, VariationTerms terms) {
        return once.answer(by -> {
            var variation = variations.record(id, Checks.body(terms), by);
            return Answer.created(
                    kind.view(variation, by.caller()),
                    "/api/infrastructure/v1/variations/" + variation.id(),
                    variation);
        });
    }

    @POST
    @Path("/contracts/{id}/variations/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateVariation(@PathParam("id") UUID id, Part<VariationTerms> part) {
        validation.of(part, reader -> variations.contract(id, reader));
    }

    @GET
    @Path("/contracts/{id}/variations")
    @Operation(
            operationId = "listVariationsOfContract",
            summary = "Lists the variations and price adjustments of a contract, oldest first")
    public Page<VariationView> ofContract(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        var reader = signedIn.caller();
        var contract = variations.contract(id, reader).id();
        var listing = Listing.of(Variation.class, reader)
                .where("r.contract.id = :contract", "contract", contract)
                .sorted(AS_RECORDED, null, "recordedAt");
        int most = Page.limit(limit);
        var rows = variations.list(listing, after, most);
        var views = kind.views(rows, reader);
        return listing.page(rows, most, v -> views.get(v.id()));
    }

    @GET
    @Path("/variations/{id}")
    @Operation(operationId = "readVariation", summary = "Reads a variation or price adjustment")
    @APIResponseSchema(VariationView.class)
    public Response read(@PathParam("id") UUID id) {
        var reader = signedIn.caller();
        var variation = variations.find(id, reader);
        return Answer.read(kind.view(variation, reader), variation);
    }

    @PUT
    @Path("/variations/{id}")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "changeVariation",
            summary = "Changes a returned variation and submits it again",
            description = "Needs If-Match. Its contract stays.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "CHANGE")
    @APIResponseSchema(VariationView.class)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, VariationTerms terms) {
        return once.answer(by -> {
            var variation = variations.change(id, IfMatch.required(ifMatch), Checks.body(terms), by);
            return Answer.ok(kind.view(variation, by.caller()), variation);
        });
    }

    @POST
    @Path("/variations/{id}/decision")
    @RolesAllowed(Role.APPROVER)
    @Operation(
            operationId = "decideVariation",
            summary = "Approves, returns or rejects a variation",
            description =
                    "Approved, the contract is worth so much more, or less, from the variation's day on. Refused with "
                            + "variation-below-certified where it would take what is certified already.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "APPROVE RETURN REJECT")
    @APIResponseSchema(VariationView.class)
    public Response decide(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Decision decision) {
        return once.answer(by -> {
            var variation = variations.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by);
            return Answer.ok(kind.view(variation, by.caller()), variation);
        });
    }

    @POST
    @Path("/variations/{id}/steps")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "takeVariationStep",
            summary = "Takes a step of a variation that has no address of its own",
            description =
                    "SUBMIT makes what is potential pending, on the day it was submitted. WITHDRAW takes back what one has recorded "
                            + "oneself and nobody has approved.")
    @Extension(name = StepsInDocument.STEPS, value = STEPS + "SUBMIT WITHDRAW")
    @APIResponseSchema(VariationView.class)
    public Response step(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, StepTerms terms) {
        return once.answer(by -> {
            var step = Step.meant(VariationStep.values(), Checks.body(terms), by.today());
            var variation = variations.take(id, IfMatch.optional(ifMatch), step, terms.reason(), terms.on(), by);
            return Answer.ok(kind.view(variation, by.caller()), variation);
        });
    }
}
