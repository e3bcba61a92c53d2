package org.fundtrail.gateway.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.fundtrail.gateway.door.Parked;
import org.fundtrail.gateway.door.Person;
import org.fundtrail.gateway.form.Form;

/** What was sent after a session had ended, for the same person to send again. */
@Path(Parked.PAGE)
@Produces(MediaType.TEXT_HTML)
public class ParkedPages {
    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance parked(Form form, String path);
    }

    private final Parked parked;
    private final SecurityIdentity identity;
    private final RoutingContext routing;
    private final View view;

    ParkedPages(Parked parked, SecurityIdentity identity, RoutingContext routing, View view) {
        this.parked = parked;
        this.identity = identity;
        this.routing = routing;
        this.view = view;
    }

    @GET
    public Response page() {
        var sent = parked.of(routing, Person.of(identity));
        return sent == null
                ? View.to("/")
                : view.show(Templates.parked(Form.of(sent.fields(), view.language()), sent.path()));
    }
}
