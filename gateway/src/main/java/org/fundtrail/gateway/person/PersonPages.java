package org.fundtrail.gateway.person;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Entry;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Page;
import org.fundtrail.common.PersonListed;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.door.EndedSessions;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.ShortDrafts;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.ServiceDown;
import org.fundtrail.gateway.services.Services;

/**
 * Whoever acted, found by name: their right to be forgotten, and the end of all their sessions. Each service knows people by ids of its
 * own, so each is listed and erased apart. Auditors may look, administrators erase and end.
 */
@Path("/persons")
@Produces(MediaType.TEXT_HTML)
public class PersonPages {
    private static final int SHOWN = 50;
    private static final String ERASED = "person.erased";

    @CheckedTemplate(basePath = "person")
    static class Templates {
        static native TemplateInstance list(List<Known> known, String name, boolean mayErase, String done);

        static native TemplateInstance erasure(ShortForm s, PersonListed person, String service);
    }

    /** Whom a service knows; none where it cannot be reached. */
    public record Known(String service, List<PersonListed> persons, String next, boolean isDown) {}

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final EndedSessions sessions;
    private final FormFlow flow;
    private final ShortDrafts drafts;
    private final View view;

    PersonPages(
            @RestClient FundingRecords funding,
            @RestClient InfrastructureRecords infrastructure,
            EndedSessions sessions,
            FormFlow flow,
            ShortDrafts drafts,
            View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.sessions = sessions;
        this.flow = flow;
        this.drafts = drafts;
        this.view = view;
    }

    @GET
    public Response list(
            @QueryParam("name") String name,
            @QueryParam("funding") String inFunding,
            @QueryParam("infrastructure") String inInfrastructure,
            @QueryParam("erased") String erased,
            @QueryParam("ended") String ended) {
        if (!view.isSeeingPersons()) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        var wanted = name == null || name.isBlank() ? null : name.strip();
        var known = new ArrayList<Known>();
        for (var service : List.of("funding", "infrastructure")) {
            try {
                var page = called(service, wanted, service.equals("funding") ? inFunding : inInfrastructure, SHOWN);
                known.add(new Known(service, page.items(), page.next(), false));
            } catch (ServiceDown down) {
                known.add(new Known(service, List.of(), null, true));
            }
        }
        return view.show(
                Templates.list(known, wanted, isAdministrator(), ended == null ? done(erased) : ended(ended, known)));
    }

    /** Said only if the record says it too: that the erasure of this person is an entry. */
    private String done(String erased) {
        var parts = erased == null ? new String[0] : erased.split("/");
        if (parts.length != 2 || !parts[1].matches("[0-9a-fA-F-]{36}")) {
            return null;
        }
        try {
            var entries = parts[0].equals("funding")
                    ? Services.funding(() -> erasure(funding, parts[1]))
                    : Services.infrastructure(() -> erasure(infrastructure, parts[1]));
            return entries.items().isEmpty() ? null : Words.of(view.language(), "done.person.erased");
        } catch (ServiceDown down) {
            return null;
        }
    }

    private static Page<Entry> erasure(Records records, String person) {
        return records.entries(null, 1, person, null, ERASED, null, null, "desc")
                .await()
                .indefinitely();
    }

    private Page<PersonListed> called(String service, String name, String after, int limit) {
        return service.equals("funding")
                ? Services.funding(() -> funding.persons(name, after, limit))
                : Services.infrastructure(() -> infrastructure.persons(name, after, limit));
    }

    private boolean isAdministrator() {
        return view.has("administrator");
    }

    private String ended(String id, List<Known> known) {
        return known.stream()
                .flatMap(service -> service.persons().stream())
                .filter(person -> person.id().toString().equals(id) && person.name() != null)
                .findFirst()
                .map(person -> Words.say(view.language(), "done.sessions.ended", Map.of("name", person.name())))
                .orElse(null);
    }

    /** Every session of somebody opens nothing any more, for good; they may sign in anew. */
    @POST
    @Path("/{service: funding|infrastructure}/{id}/sessions/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(
            @PathParam("service") String service,
            @PathParam("id") String id,
            @FormParam("person") String name,
            RoutingContext at) {
        if (!isAdministrator()) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        sessions.endAll(person(name, service, id).subject(), at);
        return View.to("/persons?name=" + Links.encoded(name) + "&ended=" + Links.encoded(id));
    }

    // ── Erasing: the reason, a look at what is about to happen, and only then ──

    @GET
    @Path("/{service: funding|infrastructure}/{id}/erasure")
    public Response ask(
            @PathParam("service") String service, @PathParam("id") String id, @QueryParam("name") String name) {
        var begun = drafts.begun(asked(service), view.path());
        return ask(shortForm(begun.with("person", name), service, id), service, id);
    }

    @POST
    @Path("/{service: funding|infrastructure}/{id}/erasure/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response erase(
            @PathParam("service") String service,
            @PathParam("id") String id,
            @PathParam("to") String to,
            MultivaluedMap<String, String> sent) {
        var s = shortForm(view.form(sent), service, id);
        var form = s.form();
        if (!to.equals("record")) {
            keep(form, service);
        }
        return flow.go(
                to,
                s,
                () -> reason(form),
                () -> ask(s, service, id),
                reason -> {},
                reason -> List.of(
                        Answer.of(
                                view.language(),
                                "person",
                                person(form.value("person"), service, id).name()),
                        Answer.of(view.language(), "service", Words.label(view.language(), "service", service)),
                        Answer.of(view.language(), "reason", reason)),
                reason -> {
                    var said = Map.of("reason", reason);
                    if (service.equals("funding")) {
                        Services.send(Services.FUNDING, () -> funding.erase(id, form.key(), said));
                    } else {
                        Services.send(Services.INFRASTRUCTURE, () -> infrastructure.erase(id, form.key(), said));
                    }
                    return "/persons?erased=" + service + "/" + Links.encoded(id);
                },
                null);
    }

    @GET
    @Path("/{service: funding|infrastructure}/{id}/erasure/{to}")
    public Response restart() {
        return View.to("/persons");
    }

    /** Keeps the reason until the person is erased; whose it is, is not kept with it. */
    private void keep(Form form, String service) {
        var reason = Form.of(new MultivaluedHashMap<>(Map.of(Form.KEY, form.key())), view.language())
                .with("reason", form.value("reason"));
        try {
            drafts.keep(
                    asked(service),
                    reason,
                    view.path().replaceFirst("/[a-z]+$", ""),
                    "title.erase-person",
                    !form.has("reason"));
        } catch (Refused | ServiceDown notKept) {
            return; // it is erased all the same
        }
    }

    private static String asked(String service) {
        return service.equals("funding") ? Services.FUNDING : Services.INFRASTRUCTURE;
    }

    private static String reason(Form form) {
        if (!form.has("reason")) {
            form.refuse("reason", "need.erasure-reason");
        }
        return form.optionalText("reason");
    }

    private Response ask(ShortForm s, String service, String id) {
        return view.show(s.form(), Templates.erasure(s, person(s.form().value("person"), service, id), service));
    }

    /** The person as the service knows them: a name in the address alone would let somebody believe it is another. */
    private PersonListed person(String name, String service, String id) {
        var wanted = name == null || name.isBlank() ? null : name;
        return Whole.list(after -> called(service, wanted, after, 200)).stream()
                .filter(p -> p.id().toString().equals(id) && p.name() != null)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private ShortForm shortForm(Form form, String service, String id) {
        if (!isAdministrator()) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        return new ShortForm(
                form,
                "/persons/" + service + "/" + Links.encoded(id) + "/erasure",
                "title.erase-person",
                Words.label(view.language(), "service", service),
                "/persons",
                Words.of(view.language(), "back.persons"));
    }
}
