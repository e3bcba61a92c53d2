package org.fundtrail.gateway.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.form.Choice;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Known;
import org.fundtrail.gateway.form.Offer;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.ServiceDown;
import org.fundtrail.gateway.services.Services;

/**
 * The way of a form: asked, read, judged by the service, checked, sent; kept as a draft at each step, and given back whole where a service is
 * away. What it asks, of whom and on what is for {@link Recording} to say.
 *
 * @param <T> what the service is told
 */
abstract class FormWay<T> {
    final FormFlow flow;
    final View view;
    final Kind kind;
    final Fields<T> fields;
    String role;
    Supplier<Owner> owner;
    String changed;
    String at;
    String base;
    String start;
    String title;
    Supplier<String> kicker;
    Kind kicked;
    String back;
    String backWord;
    UnaryOperator<Form> blank = form -> form;
    Supplier<Map<String, List<Option>>> choices = Map::of;
    Supplier<Map<String, String>> hints = Map::of;
    Supplier<Map<String, List<Option>>> suggestions = Map::of;
    Supplier<String> above = () -> null;
    BiConsumer<Form, T> noted = (form, terms) -> {};
    Function<T, List<Answer>> more = terms -> List.of();
    BiFunction<Form, T, String> sent;
    Supplier<Object> now;
    Function<Form, Map<String, ?>> besides = form -> Map.of();
    String room;
    BiFunction<ShortForm, List<Fields.Asked>, TemplateInstance> shown;
    String next;
    boolean isCorrection;
    String searched;
    BiFunction<String, String, Offer> searching;
    boolean isRepeatable;
    boolean isAnother;
    BooleanSupplier isOpen = () -> true;
    Supplier<? extends Collection<String>> open;

    FormWay(FormFlow flow, View view, Kind kind, Fields<T> fields) {
        this.flow = flow;
        this.view = view;
        this.kind = kind;
        this.fields = fields;
    }

    /** The form with nothing typed, or with what its draft has. */
    public Response ask() {
        allow();
        if (!isOpen.getAsBoolean()) {
            return View.to(back);
        }
        return flow.start(form ->
                ask(shortForm(now == null ? blank.apply(form) : recorded().keyed(form.key()))));
    }

    /** @param at where the form was sent: form, check, record, or another to record it and go on with the next one */
    public Response go(String at, MultivaluedMap<String, String> answers) {
        allow();
        isAnother = isRepeatable && at.equals(Another.ANOTHER);
        var to = isAnother ? "record" : at;
        var form = view.form(answers);
        try {
            return go(to, form);
        } catch (ServiceDown down) {
            return away(to, form, down.problem());
        }
    }

    private Response go(String to, Form form) {
        var s = shortForm(form);
        return flow.go(
                to.equals("check") && asked().isSought(s.form()) ? "form" : to,
                s,
                () -> read(s.form()),
                () -> ask(s),
                this::validate,
                terms -> answers(s.form(), terms),
                terms -> Services.send(Kinds.service(kind), () -> sent.apply(s.form(), terms)),
                now == null
                        ? null
                        : isCorrection
                                ? again -> CorrectionNotes.ofWhatWasTyped(again, asked(), now)
                                : again -> again.catchUp(recorded()));
    }

    /**
     * The step on which the reader was, with everything that was typed, to be sent again: without what only the service that is away can say.
     */
    private Response away(String to, Form form, Problem problem) {
        var typed = open == null ? fields : fields.sentIn(form);
        var s = shortForm(form, whileAway(kicker));
        var terms = to.equals("record") && !form.isRefused() ? typed.read(form, besides.apply(form)) : null;
        var isToCheck = terms != null && !form.isRefused();
        form.refuse(problem);
        return isToCheck
                ? flow.check(s, typed.answers(view.language(), terms, typed.chosen(form)))
                : view.show(form, flow.form(s, typed.asked(form, Known.away(typed, form)), null, next));
    }

    private String whileAway(Supplier<String> called) {
        try {
            return called.get();
        } catch (ServiceDown down) {
            return Words.label(view.language(), "type.one", kicked.type());
        }
    }

    /** Goes on with the draft that the address names. */
    public Response resume(String to) {
        return flow.resume(start == null ? base : start, draft -> go(to, draft));
    }

    private void allow() {
        if (role != null && !view.has(role)) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
    }

    private ShortForm shortForm(Form form) {
        if (open != null) {
            var closed = fields.without(asked().paths().toArray(String[]::new)).sentIn(form);
            CorrectionNotes.ofWhatStays(form, closed, now);
        }
        return shortForm(form, kicker.get());
    }

    private Fields<T> asked() {
        return open == null ? fields : fields.only(open.get());
    }

    private ShortForm shortForm(Form form, String called) {
        var language = view.language();
        return new ShortForm(form, base, title, called, back, Words.find(language, backWord), isRepeatable);
    }

    private Response ask(ShortForm s) {
        var form = s.form();
        var known =
                new Known(choices.get(), hints.get(), suggestions.get(), found(form, Choice.sought(form, searched)));
        return view.show(form, shown.apply(s, asked().asked(form, known)));
    }

    private Map<String, Offer> found(Form form, String sought) {
        return searched == null ? Map.of() : Map.of(searched, searching.apply(sought, form.value(searched)));
    }

    private T read(Form form) {
        var terms = asked().read(form, besides.apply(form));
        if (!form.isRefused()) {
            noted.accept(form, terms);
        }
        return terms;
    }

    private void validate(T terms) {
        var records = flow.records(kind);
        Services.validate(Kinds.service(kind), () -> {
            if (isCorrection) {
                records.validate(kind.room(), changed, "corrections", terms);
            } else if (owner == null) {
                records.validate(kind.room(), terms);
            } else {
                var of = owner.get();
                records.validate(of.kind().room(), of.id(), room, terms);
            }
        });
    }

    private List<Answer> answers(Form form, T terms) {
        var options = new HashMap<>(choices.get());
        found(form, null).forEach((path, offer) -> options.put(path, offer.found()));
        var answers = new ArrayList<>(asked().answers(view.language(), terms, options));
        answers.addAll(more.apply(terms));
        return answers;
    }

    private Form recorded() {
        return asked().fill(Form.empty(view.language()), now.get());
    }
}
