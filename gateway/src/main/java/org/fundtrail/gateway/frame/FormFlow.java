package org.fundtrail.gateway.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Known;
import org.fundtrail.gateway.form.ProblemAtFields;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.ServiceDown;
import org.fundtrail.gateway.services.Services;

/** The way of every form of one page: ask, check the answers, record, read what was recorded. */
@RequestScoped
public class FormFlow {

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance form(ShortForm s, List<Fields.Asked> fields, String above, String next);

        static native TemplateInstance alone(ShortForm s, List<Fields.Asked> fields);

        static native TemplateInstance check(ShortForm s, List<Answer> answers);
    }

    private final FormDrafts drafts;
    private final ShortDrafts shortDrafts;
    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final View view;

    FormFlow(
            FormDrafts drafts,
            ShortDrafts shortDrafts,
            @RestClient FundingRecords funding,
            @RestClient InfrastructureRecords infrastructure,
            View view) {
        this.drafts = drafts;
        this.shortDrafts = shortDrafts;
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    public View view() {
        return view;
    }

    /** What the service of a kind answers of records of every kind. */
    Records records(Kind kind) {
        return Kinds.service(kind).equals(Services.FUNDING) ? funding : infrastructure;
    }

    /** The form by which a record of a kind is made or changed. */
    public <T> Recording<T> of(Kind kind, Fields<T> fields) {
        return new Recording<>(this, view, kind, fields);
    }

    /**
     * The page that asks for these fields.
     *
     * @param above what is said before anything is asked, or null
     * @param next the key of what is said of what follows
     */
    TemplateInstance form(ShortForm s, List<Fields.Asked> fields, String above, String next) {
        return Templates.form(s, fields, above, Words.of(view.language(), next));
    }

    /** The page on which the answers are checked. */
    Response check(ShortForm s, List<Answer> answers) {
        return view.show(s.form(), Templates.check(s, answers));
    }

    /** The start of a form; for whoever comes back to it, with what was typed. */
    public Response start(Function<Form, Response> blank) {
        return drafts.start(blank);
    }

    /** Goes on with a draft, as if its answers had just been sent; without one at the start of the form. */
    public Response resume(String start, Function<MultivaluedMap<String, String>, Response> as) {
        return drafts.resume(start, as);
    }

    /**
     * @param to where the form was sent: form, check or record
     * @param read reads the answers; what is wrong is noted in the form
     * @param ask shows the form again
     * @param validate asks the service to refuse what it would not record, before the answers are shown to be checked
     * @param record records and says where that can be read
     * @param stale what becomes of the form when somebody else changed the record meanwhile, for one that changes a record; else null
     */
    public <R> Response go(
            String to,
            ShortForm s,
            Supplier<R> read,
            Supplier<Response> ask,
            Consumer<R> validate,
            Function<R, List<Answer>> answers,
            Function<R, String> record,
            Consumer<Form> stale) {
        if (drafts.isStep(to)) {
            try {
                return drafts.keep(s.form(), s.titled(), s.kicker());
            } catch (Refused refused) {
                s.form().refuse(refused.problem());
                return ask.get();
            }
        }
        if (to.equals("form")) {
            return ask.get();
        }
        var request = read.get();
        if (s.form().isRefused()) {
            findBesides(s.form(), request, validate);
            return ask.get();
        }
        try {
            if (to.equals("record") && view.isSent()) { // an address that is only read records nothing
                return View.to(record.apply(request));
            }
            validate.accept(request);
            return check(s, answers.apply(request));
        } catch (Refused refused) {
            s.form().refuse(refused.problem());
            if (refused.isStale() && stale != null) {
                stale.accept(s.form());
            }
            return ask.get();
        }
    }

    /** What the service would refuse of the rest of a form in which something cannot be read: all is said at once. */
    private static <R> void findBesides(Form form, R request, Consumer<R> validate) {
        try {
            validate.accept(request);
        } catch (Refused refused) {
            ProblemAtFields.tellBesides(form, refused.problem());
        } catch (ServiceDown down) {
            // what cannot be read is said without it
        }
    }

    // ── What is done with a record on its own page ──

    /**
     * Takes a step with a record: then its page says so, or shows again what was sent and why it was refused; that is kept until it is
     * taken, as what was only to be kept is. While the service is away the form comes back alone, as it was sent.
     *
     * @param again shows what was sent and why it was refused
     */
    public Response take(Form form, ShortStep step, Runnable send, Function<Form, Response> again) {
        try {
            if (step.isKept() && shortDrafts.isToKeep(form)) {
                return shortDrafts.keep(form, step);
            }
            return form.isRefused() ? kept(form, step, again) : taken(form, step, send, again);
        } catch (ServiceDown down) {
            return alone(form, step, down);
        }
    }

    /** Shows a short form again; where that needs a service that is away, it comes back alone. */
    public Response shown(Form form, ShortStep step, Function<Form, Response> again) {
        try {
            return kept(form, step, again);
        } catch (ServiceDown down) {
            return alone(form, step, down);
        }
    }

    private Response kept(Form form, ShortStep step, Function<Form, Response> again) {
        shortDrafts.keepRefused(form, step);
        return again.apply(form);
    }

    /** What was typed last into one of the short forms on the page of this record, or nothing. */
    Form begun(Kind kind, String id) {
        return shortDrafts.begun(kind, id);
    }

    private Response alone(Form form, ShortStep step, ServiceDown down) {
        form.refuse(down.problem());
        var alone = new ShortForm(form, view.path(), step.title(), null, null, null);
        return view.show(form, Templates.alone(alone, step.asked().asked(form, Known.away(step.asked(), form))));
    }

    private Response taken(Form form, ShortStep step, Runnable send, Function<Form, Response> again) {
        try {
            var page = step.page().get();
            Services.send(step.service(), () -> {
                send.run();
                return null;
            });
            return View.to(page + "?done=" + step.done());
        } catch (Refused refused) {
            if (refused.isStale()) {
                form.without("outcome"); // it was chosen of something else
            }
            return kept(form.refuse(refused.problem()), step, again);
        }
    }

    /** Takes what an approver decided. */
    Response decide(MultivaluedMap<String, String> sent, DecisionPage page, String id) {
        var form = view.form(sent);
        var decision = DecisionForm.read(form);
        return take(
                form,
                ShortStep.on(page, id, String.valueOf(decision.outcome()), "your_decision", ShortStep.DECISION),
                () -> page.decide(id, DecisionForm.version(form), form.key(), decision),
                again -> page.detail(id, again, null));
    }

    /** Takes back what one has recorded oneself. */
    Response withdraw(MultivaluedMap<String, String> sent, RecordPage page, String id) {
        var kind = page.kind();
        var form = view.form(sent);
        var withdrawal = DecisionForm.withdrawal(form);
        return take(
                form,
                ShortStep.on(page, id, "WITHDRAWN", "withdraw", ShortStep.REASON),
                () -> records(kind).take(kind.room(), id, DecisionForm.version(form), form.key(), withdrawal),
                again -> page.detail(id, again, null));
    }

    /** Proposes that what is in force is undone. */
    Response reverse(MultivaluedMap<String, String> sent, RecordPage page, String id) {
        var kind = page.kind();
        var form = view.form(sent);
        var reversal = DecisionForm.reversal(form);
        return take(
                form,
                ShortStep.on(page, id, "REVERSAL_PROPOSED", "reverse", ShortStep.REASON),
                () -> records(kind).take(kind.room(), id, DecisionForm.version(form), form.key(), reversal),
                again -> page.detail(id, again, null));
    }
}
