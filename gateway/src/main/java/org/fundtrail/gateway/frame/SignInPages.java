package org.fundtrail.gateway.frame;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fundtrail.gateway.door.DoorConfig;

/** Coming in and going out. The form itself is sent to {@code /j_security_check}, which the door answers. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInPages {
    private final SecurityIdentity identity;
    private final DoorConfig config;
    private final Template signIn;
    private final View view;

    SignInPages(SecurityIdentity identity, DoorConfig config, @Location("sign-in") Template signIn, View view) {
        this.identity = identity;
        this.config = config;
        this.signIn = signIn;
        this.view = view;
    }

    /** Where there is an OpenID provider its own page is the sign-in: the overview leads to it. */
    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public Response page() {
        if (!identity.isAnonymous() || !config.demonstration()) {
            return Response.seeOther(URI.create("/")).build();
        }
        return view.show(signIn.data("refused", view.isAsked("refused")));
    }

    /** After the OpenID provider sent the browser back the door leads on to where the reader wanted to go; this is for nowhere else. */
    @GET
    @Path("signed-in")
    @Operation(hidden = true)
    public Response signedIn() {
        return Response.seeOther(URI.create("/")).build();
    }
}
