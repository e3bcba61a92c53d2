package org.fundtrail.records;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Draft;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;

/** The drafts of the reader, for the forms of the gateway: no part of the books, nor of the document for programs. */
@Path("/v1/drafts")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DraftApi {
    private final Drafts drafts;
    private final SignedIn signedIn;

    DraftApi(Drafts drafts, SignedIn signedIn) {
        this.drafts = drafts;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(hidden = true)
    public List<Draft> list() {
        return drafts.list(signedIn.person());
    }

    @GET
    @Path("/{key}")
    @Operation(hidden = true)
    public Draft read(@PathParam("key") String key) {
        return drafts.find(key, signedIn.person());
    }

    @PUT
    @Path("/{key}")
    @Operation(hidden = true)
    public Draft keep(@PathParam("key") String key, Draft draft) {
        var said = Checks.body(draft);
        new Checks()
                .text(said.page(), "page", 500)
                .text(said.title(), "title", 500)
                .done();
        if (!key.matches("[!-~]{8,100}")) {
            throw Refusal.ofField(InputRule.MALFORMED_VALUE, "key", "expected", "give 8 to 100 characters");
        }
        if (!said.page().matches("/[A-Za-z0-9][A-Za-z0-9/.%_-]*")) {
            throw Refusal.ofField(InputRule.MALFORMED_VALUE, "page", "expected", "give the path of a page");
        }
        if (said.answers() == null) {
            throw Refusal.ofField(InputRule.REQUIRED, "answers");
        }
        return drafts.keep(Draft.of(key, said.page(), said.title(), said.answers()), signedIn.person());
    }

    @DELETE
    @Path("/{key}")
    @Operation(hidden = true)
    public void discard(@PathParam("key") String key) {
        drafts.discard(key, signedIn.person());
    }
}
