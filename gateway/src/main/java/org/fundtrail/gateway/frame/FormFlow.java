package org.fundtrail.gateway.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fundtrail.common.Decision;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.Services;

/** The way of every form of one page: ask, check the answers, record, read what was recorded. */
@RequestScoped
public class FormFlow {

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance form(ShortForm s, List<Fields.Asked> fields, String above, String next);

        static native TemplateInstance check(ShortForm s, List<Answer> answers);
    }

    private final FormDrafts drafts;
    private final View view;

    FormFlow(FormDrafts drafts, View view) {
        this.drafts = drafts;
        this.view = view;
    }

    /** The page that asks for these fields. */
    public Response ask(ShortForm s, Fields<?> fields) {
        return ask(s, fields, Map.of(), Map.of(), null);
    }

    /**
     * The page that asks for these fields.
     *
     * @param options what there is to choose from, of fields that name a record
     * @param hints what is only known now
     * @param above what is said before anything is asked, or null
     */
    public Response ask(
            ShortForm s, Fields<?> fields, Map<String, List<Option>> options, Map<String, String> hints, String above) {
        var language = view.language();
        return view.show(
                s.form(),
                Templates.form(
                        s, fields.asked(language, options, hints), above, Words.of(language, "next." + fields.type())));
    }

    /** The start of a form; for whoever comes back to it, with what was typed. */
    public Response start(Function<Form, Response> blank) {
        return drafts.start(blank);
    }

    /** Goes on with a draft, as if its answers had just been sent; without one at the start of the form. */
    public Response resume(String start, Function<MultivaluedMap<String, String>, Response> as) {
        return drafts.resume(start, as);
    }

    /** The whole way of a form whose fields are all there is to it. */
    public <R> Response go(String to, ShortForm s, Fields<R> fields, Consumer<R> validate, Function<R, String> record) {
        return go(
                to,
                s,
                () -> fields.read(s.form()),
                () -> ask(s, fields),
                validate,
                terms -> fields.answers(view.language(), terms, Map.of()),
                record);
    }

    /**
     * @param to where the form was sent: form, check or record
     * @param read reads the answers; what is wrong is noted in the form
     * @param ask shows the form again
     * @param validate asks the service to refuse what it would not record, before the answers are shown to be checked
     * @param record records and says where that can be read
     */
    public <R> Response go(
            String to,
            ShortForm s,
            Supplier<R> read,
            Supplier<Response> ask,
            Consumer<R> validate,
            Function<R, List<Answer>> answers,
            Function<R, String> record) {
        return go(to, s, read, ask, validate, answers, record, null);
    }

    /** @param recorded the form as the record would fill it now, for one that changes a record */
    public <R> Response go(
            String to,
            ShortForm s,
            Supplier<R> read,
            Supplier<Response> ask,
            Consumer<R> validate,
            Function<R, List<Answer>> answers,
            Function<R, String> record,
            Supplier<Form> recorded) {
        if (drafts.isStep(to)) {
            try {
                return drafts.keep(s.form(), s.title(), s.kicker());
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
            return ask.get();
        }
        try {
            if (to.equals("record") && view.isSent()) { // an address that is only read records nothing
                return View.to(record.apply(request));
            }
            validate.accept(request);
            return view.show(Templates.check(s, answers.apply(request)));
        } catch (Refused refused) {
            s.form().refuse(refused.problem());
            if (refused.isStale() && recorded != null) {
                s.form().catchUp(recorded.get());
            }
            return ask.get();
        }
    }

    // ── What is done with a record on its own page ──

    /**
     * Takes a step: then the page of the record says so, or shows again what was sent and why it was refused.
     *
     * @param done what the page says, such as {@code WITHDRAWN}
     */
    public Response take(
            Form form, String service, String page, String done, Runnable step, Function<Form, Response> again) {
        if (form.isRefused()) {
            return again.apply(form);
        }
        try {
            Services.send(service, () -> {
                step.run();
                return null;
            });
            return View.to(page + "?done=" + done);
        } catch (Refused refused) {
            return again.apply(form.refuse(refused.problem()));
        }
    }

    /** Takes what an approver decided. */
    public Response decide(
            MultivaluedMap<String, String> sent,
            String service,
            String page,
            BiConsumer<Form, Decision> decide,
            Function<Form, Response> again) {
        var form = view.form(sent);
        var decision = DecisionForm.read(form);
        return take(
                form, service, page, String.valueOf(decision.outcome()), () -> decide.accept(form, decision), again);
    }

    /** Takes back what one has recorded oneself; {@code room} is where such records stand, such as {@code contracts}. */
    public Response withdraw(
            MultivaluedMap<String, String> sent,
            String service,
            Records records,
            String room,
            String id,
            Function<Form, Response> again) {
        var form = view.form(sent);
        return take(
                form,
                service,
                "/" + room + "/" + id,
                "WITHDRAWN",
                () -> records.take(room, id, DecisionForm.version(form), form.key(), DecisionForm.withdrawal(form)),
                again);
    }
}
