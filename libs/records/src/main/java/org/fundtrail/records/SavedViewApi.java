package org.fundtrail.records;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.SavedView;
import org.fundtrail.journal.Role;

/** How the reader looks at lists, for the pages of the gateway: no part of the books, nor of the document for programs. */
@Path("/v1/views")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SavedViewApi {
    private final SavedViews views;
    private final SignedIn signedIn;

    SavedViewApi(SavedViews views, SignedIn signedIn) {
        this.views = views;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(hidden = true)
    public List<SavedView> list(@QueryParam("list") String list) {
        return views.of(list, signedIn.person());
    }

    @PUT
    @Path("/{list: [a-z-]{1,40}}")
    @Operation(hidden = true)
    public void keep(@PathParam("list") String list, SavedView view) {
        var said = Checks.body(view);
        var name = said.name() == null ? "" : said.name().strip();
        var query = said.query() == null ? "" : said.query();
        new Checks()
                .optionalText(name, "name", 100)
                .optionalText(query, "query", 2000)
                .done();
        if (!query.matches("[A-Za-z0-9%=&.*_+~-]*")) {
            throw Refusal.ofField(InputRule.MALFORMED_VALUE, "query", "expected", "give the query of an address");
        }
        if (said.role() != null && (name.isEmpty() || !Role.ALL.contains(said.role()))) {
            throw Refusal.ofField(InputRule.UNKNOWN_VALUE, "role", "allowed", String.join(", ", Role.ALL));
        }
        views.keep(list, SavedView.of(name, query, said.role()), signedIn.person());
    }

    @DELETE
    @Path("/{id}")
    @Operation(hidden = true)
    public void remove(@PathParam("id") UUID id) {
        views.remove(id, signedIn.person());
    }
}
