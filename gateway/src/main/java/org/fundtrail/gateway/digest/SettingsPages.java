package org.fundtrail.gateway.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.digest.DigestTerms;
import org.fundtrail.funding.api.digest.DigestView;
import org.fundtrail.funding.api.digest.MailLanguage;
import org.fundtrail.gateway.door.Person;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.ShortStep;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.services.Services;

/**
 * What somebody chooses for themselves: whether they want the mail digest, and where to. An address that their sign-in says is the one it
 * goes to; only where it says none they give one.
 */
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
public class SettingsPages {

    @CheckedTemplate(basePath = "settings")
    static class Templates {
        static native TemplateInstance page(DigestView digest, String known, boolean isSent, Form form, String done);
    }

    private static final Fields<DigestTerms> ADDRESS = Fields.of(DigestTerms.class, "digest", Field.text("address"));
    private static final Fields<DigestTerms> NOTHING = ADDRESS.without("address");

    private final DigestClient digest;
    private final MailServer server;
    private final SecurityIdentity identity;
    private final FormFlow flow;
    private final View view;

    SettingsPages(
            @RestClient DigestClient digest, MailServer server, SecurityIdentity identity, FormFlow flow, View view) {
        this.digest = digest;
        this.server = server;
        this.identity = identity;
        this.flow = flow;
        this.view = view;
    }

    private static ShortStep step(String done, String title, Fields<DigestTerms> asked) {
        return new ShortStep(Services.FUNDING, () -> "/settings", done, title, asked, false);
    }

    @GET
    public Response read() {
        var now = Services.funding(digest::read);
        return show(now, Form.empty(view.language()).with("address", now.address()));
    }

    private Response show(DigestView now, Form form) {
        return view.show(
                form,
                Templates.page(
                        now,
                        Person.mailAddress(identity),
                        server.isThere(),
                        form,
                        Done.of(view.language(), "digest", view.done(), null)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response turnOn(MultivaluedMap<String, String> sent) {
        if (!server.isThere()) {
            throw Refusal.notFound();
        }
        var form = view.form(sent);
        var known = Person.mailAddress(identity);
        var address = known == null ? form.text("address") : known;
        var language = MailLanguage.valueOf(view.language().name());
        return flow.take(
                form,
                step("on", "digest_turn_on", known == null ? ADDRESS : NOTHING),
                () -> digest.turnOn(new DigestTerms(address, language)),
                again -> show(Services.funding(digest::read), again));
    }

    @POST
    @Path("/digest/off")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response turnOff(MultivaluedMap<String, String> sent) {
        return flow.take(
                view.form(sent),
                step("off", "digest_turn_off", NOTHING),
                digest::turnOff,
                again -> show(Services.funding(digest::read), again));
    }
}
