package org.fundtrail.gateway.comment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.CommentAnswer;
import org.fundtrail.common.CommentTerms;
import org.fundtrail.common.CommentView;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.ShortDrafts;
import org.fundtrail.gateway.frame.ShortStep;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.list.CommentThread;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Services;

/**
 * What somebody asks or says about a record, and what is answered. Both are asked on the page of the record; what has something to put
 * right comes back on a page of its own.
 */
@Path("/comments/{service: funding-service|infrastructure-service}")
@Produces(MediaType.TEXT_HTML)
public class CommentPages {

    @CheckedTemplate(basePath = "comment")
    static class Templates {
        static native TemplateInstance write(Subject about, String href, String at, Fields.Asked to, Form form);

        static native TemplateInstance answer(CommentView comment, String href, String at, Form form);
    }

    private static final Fields<CommentAnswer> ANSWER = Fields.of(CommentAnswer.class, "answer", Field.area("text"));

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final FormFlow flow;
    private final ShortDrafts drafts;
    private final View view;

    CommentPages(
            @RestClient FundingRecords funding,
            @RestClient InfrastructureRecords infrastructure,
            FormFlow flow,
            ShortDrafts drafts,
            View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.flow = flow;
        this.drafts = drafts;
        this.view = view;
    }

    private Records records(String service) {
        return service.equals(Services.FUNDING) ? funding : infrastructure;
    }

    private <T> T ask(String service, Supplier<T> question) {
        return service.equals(Services.FUNDING) ? Services.funding(question) : Services.infrastructure(question);
    }

    @GET
    @Path("/{type}/{id}")
    public Response write(@PathParam("service") String service, @PathParam("id") UUID id) {
        return write(service, id, drafts.begun(service, view.path()));
    }

    private Response write(String service, UUID id, Form form) {
        var known = ask(
                service,
                () -> records(service).comments(id.toString(), null, 1).await().indefinitely());
        var about = known.about();
        return view.show(
                form,
                Templates.write(
                        about,
                        page(about, null),
                        CommentThread.at(service, about),
                        CommentThread.to(form, known.people()),
                        form));
    }

    @POST
    @Path("/{type}/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(
            @PathParam("service") String service,
            @PathParam("type") String type,
            @PathParam("id") UUID id,
            MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        if (CommentThread.FIELDS.isSought(form)) {
            return find(service, type, id, form);
        }
        if (form.has("find.to") && !form.has("to")) {
            form.refuse("to", "need.found");
        }
        var terms = new CommentTerms(
                new CommentTerms.About(type, id), form.text("text"), form.optionalText("to"), form.optionalDate("by"));
        if (terms.by() != null && terms.to() == null) {
            form.refuse("to", "need.whom");
        }
        return flow.take(
                form,
                comment(service, type, id),
                () -> records(service).comment(form.key(), terms),
                again -> write(service, id, again));
    }

    /** Shows who is found by a name, with everything else that was typed. */
    @POST
    @Path("/{type}/{id}/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response find(
            @PathParam("service") String service,
            @PathParam("type") String type,
            @PathParam("id") UUID id,
            MultivaluedMap<String, String> sent) {
        return find(service, type, id, view.form(sent));
    }

    private Response find(String service, String type, UUID id, Form form) {
        var comment = comment(service, type, id);
        return flow.shown(form, comment, again -> write(service, id, again));
    }

    private static ShortStep comment(String service, String type, UUID id) {
        return new ShortStep(
                service,
                () -> page(new Subject(type, id, null), null),
                "commented",
                "write_comment",
                CommentThread.FIELDS,
                true);
    }

    @GET
    @Path("/{id}/answer")
    public Response answer(@PathParam("service") String service, @PathParam("id") UUID id) {
        return answer(service, comment(service, id), drafts.begun(service, view.path()));
    }

    private CommentView comment(String service, UUID id) {
        return ask(service, () -> records(service).comment(id));
    }

    private Response answer(String service, CommentView comment, Form form) {
        return view.show(
                form,
                Templates.answer(
                        comment,
                        page(comment.about(), comment.parent()),
                        CommentThread.at(service, comment.id()),
                        form));
    }

    @POST
    @Path("/{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @PathParam("service") String service, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var text = form.text("text");
        var comment = Lazy.of(() -> comment(service, id));
        return flow.take(
                form,
                new ShortStep(
                        service,
                        () -> page(comment.get().about(), comment.get().parent()),
                        "answered",
                        "answer_it",
                        ANSWER,
                        true),
                () -> records(service).answer(id, form.key(), new CommentAnswer(text)),
                again -> answer(service, comment(service, id), again));
    }

    /** The page of a record, or of what it belongs to; the overview where it has none. */
    private static String page(Subject record, Subject parent) {
        var href = Links.to(record, parent);
        return href == null ? "/" : href;
    }
}
