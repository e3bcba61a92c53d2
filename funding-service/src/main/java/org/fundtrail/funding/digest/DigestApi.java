package org.fundtrail.funding.digest;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.digest.DigestTerms;
import org.fundtrail.funding.api.digest.DigestView;
import org.fundtrail.funding.api.digest.DueDigest;
import org.fundtrail.records.SignedIn;

/**
 * The mail digest: each person's own choice, for the pages of the gateway, and what the gateway has to send now. No part of the books, nor
 * of the document for programs.
 */
@Path("/v1/digest")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DigestApi {
    private final Digests digests;
    private final Time time;
    private final SignedIn signedIn;

    DigestApi(Digests digests, Time time, SignedIn signedIn) {
        this.digests = digests;
        this.time = time;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(hidden = true)
    public DigestView read() {
        return digests.of(signedIn.person());
    }

    @PUT
    @Operation(hidden = true)
    public void turnOn(DigestTerms terms) {
        Values.check(Checks.body(terms), time.today());
        digests.turnOn(terms, signedIn.person());
    }

    @DELETE
    @Operation(hidden = true)
    public void turnOff() {
        digests.turnOff(signedIn.person());
    }

    // ── For the gateway alone ──

    @POST
    @Path("/due")
    @RolesAllowed(DueDigest.ROLE)
    @Operation(hidden = true)
    public DueDigest claim() {
        return digests.claim();
    }

    @PUT
    @Path("/due/{claim}")
    @RolesAllowed(DueDigest.ROLE)
    @Operation(hidden = true)
    public void tell(@PathParam("claim") UUID claim, DueDigest.Progress progress) {
        var state = Checks.body(progress).state();
        if (state == null) {
            throw Refusal.ofField(InputRule.REQUIRED, "state");
        }
        digests.tell(claim, state);
    }
}
