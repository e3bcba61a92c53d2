package org.fundtrail.gateway.frame;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Known;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Services;

/**
 * The form of one page by which a record of a kind is made or changed: who may, on what, what it asks, what is said of the answers, how they
 * are sent. Each step of it is kept as a draft, and the service is asked before the answers are shown to be checked.
 *
 * @param <T> what the service is told
 */
public final class Recording<T> {
    private final FormFlow flow;
    private final View view;
    private final Kind kind;
    private final Fields<T> fields;
    private String role;
    private Owner owner;
    private Owner changed;
    private String base;
    private String title;
    private String kicker;
    private String back;
    private String backWord;
    private UnaryOperator<Form> blank = form -> form;
    private Supplier<Map<String, List<Option>>> choices = Map::of;
    private Supplier<Map<String, String>> hints = Map::of;
    private Supplier<Map<String, List<Option>>> suggestions = Map::of;
    private Supplier<String> above = () -> null;
    private BiConsumer<Form, T> noted = (form, terms) -> {};
    private Function<T, List<Answer>> more = terms -> List.of();
    private BiFunction<Form, T, String> sent;
    private Supplier<Object> now;
    private String next;
    private boolean isCorrection;
    private boolean isOpen = true;

    Recording(FormFlow flow, View view, Kind kind, Fields<T> fields) {
        this.flow = flow;
        this.view = view;
        this.kind = kind;
        this.fields = fields;
        base = "/" + kind.room() + "/new";
        title = "title.record-" + fields.type();
        kicker = Words.of(view.language(), "nav." + kind.about().place());
        next = "next." + fields.type();
    }

    // ── Who, and on what ──

    /** Opens for people of this role alone. */
    public Recording<T> by(String one) {
        role = one;
        return this;
    }

    /** Where somebody who thinks better of it goes, and the key of the word for it. */
    public Recording<T> backTo(String href, String word) {
        back = href;
        backWord = word;
        return this;
    }

    /** On a record: what is made belongs to it. */
    public Recording<T> on(Owner record) {
        return on(record, base + "/" + record.id());
    }

    /** The same of a form that has its address under that of the record. */
    public Recording<T> on(Owner record, String at) {
        owner = record;
        base = at;
        kicker = record.reference();
        return backTo(record.href(), "back." + record.kind().type());
    }

    /**
     * Changes a record instead of making one.
     *
     * @param reference what it is called, or what it belongs to
     * @param recorded the record as it is now, from which the form is filled in
     * @param send changes it as its form says; by the version in it
     */
    public Recording<T> changing(UUID id, String reference, Supplier<Object> recorded, BiConsumer<Form, T> send) {
        title = "title.change-" + fields.type();
        return instead(Owner.of(kind, id, reference), recorded, "change", "changed", send);
    }

    /**
     * Corrects a record instead of making one.
     *
     * @param reference what it is called
     * @param recorded the record as it is now, from which the form is filled in
     */
    public Recording<T> correcting(UUID id, String reference, Supplier<Object> recorded) {
        title = "title.correct-" + fields.type();
        next = "next.correction";
        isCorrection = true;
        return instead(
                Owner.of(kind, id, reference),
                recorded,
                "correct",
                "corrected",
                (form, terms) -> flow.records(kind)
                        .correct(kind.room(), changed.id(), DecisionForm.version(form), form.key(), terms));
    }

    private Recording<T> instead(
            Owner record, Supplier<Object> recorded, String at, String done, BiConsumer<Form, T> send) {
        changed = record;
        base = record.href() + "/" + at;
        kicker = record.reference();
        now = recorded;
        sent = (form, terms) -> {
            send.accept(form, terms);
            return record.href() + "?done=" + done;
        };
        return backTo(record.href(), "back." + kind.type());
    }

    /** Begins only on a record in a state that takes it; else that record's page says why. What was begun already goes on. */
    public Recording<T> open(boolean takesIt) {
        isOpen = takesIt;
        return this;
    }

    // ── What is asked ──

    /** What stands in it before anything is typed. */
    public Recording<T> beginningWith(UnaryOperator<Form> filled) {
        blank = filled;
        return this;
    }

    /**
     * Filled in from another record, where the address names one ({@code like}).
     *
     * @param read that record by its id
     * @param own the fields of what is its own, to be filled in anew
     */
    public Recording<T> like(Function<String, ?> read, String... own) {
        var id = view.asked(Another.LIKE);
        return id == null ? this : beginningWith(form -> fields.without(own).fillAlike(form, read.apply(id)));
    }

    /** What there is to choose from, of fields that name a record. */
    public Recording<T> offering(Supplier<Map<String, List<Option>>> records) {
        choices = records;
        return this;
    }

    /** What is only known now of some fields. */
    public Recording<T> hinting(Supplier<Map<String, String>> known) {
        hints = known;
        return this;
    }

    /** What was said before in fields of text. */
    public Recording<T> suggesting(Supplier<Map<String, List<Option>>> before) {
        suggestions = before;
        return this;
    }

    /** What is said before anything is asked. */
    public Recording<T> under(Supplier<String> said) {
        above = said;
        return this;
    }

    // ── What is done with the answers ──

    /** Notes in the form what readers should know about answers that can be read. */
    public Recording<T> noting(BiConsumer<Form, T> notes) {
        noted = notes;
        return this;
    }

    /** What follows from the answers is shown with them. */
    public Recording<T> showing(Function<T, List<Answer>> besides) {
        more = besides;
        return this;
    }

    /** Sends them under the form's key; answers the id under which the record is read. */
    public Recording<T> sending(BiFunction<String, T, UUID> record) {
        sent = (form, terms) -> "/" + kind.room() + "/" + record.apply(form.key(), terms) + "?done=recorded";
        return this;
    }

    /** Sends them; what was made is read on the page of what it belongs to, which says that this was done. */
    public Recording<T> sendingToOwner(BiFunction<String, T, ?> record) {
        sent = (form, terms) -> {
            record.apply(form.key(), terms);
            return owner.href() + "?done=" + kind.type();
        };
        return this;
    }

    // ── The way of the form ──

    /** The form with nothing typed, or with what its draft has. */
    public Response ask() {
        allow();
        if (!isOpen) {
            return View.to(back);
        }
        return flow.start(form ->
                ask(shortForm(now == null ? blank.apply(form) : recorded().keyed(form.key()))));
    }

    /** @param to where the form was sent: form, check or record */
    public Response go(String to, MultivaluedMap<String, String> answers) {
        allow();
        var s = shortForm(view.form(answers));
        return flow.go(
                to.equals("check") && fields.isSought(s.form()) ? "form" : to,
                s,
                () -> read(s.form()),
                () -> ask(s),
                this::validate,
                this::answers,
                terms -> Services.send(Kinds.service(kind), () -> sent.apply(s.form(), terms)),
                now == null ? null : isCorrection ? this::correctAnew : form -> form.catchUp(recorded()));
    }

    /** Goes on with the draft that the address names. */
    public Response resume(String to) {
        return flow.resume(start(), draft -> go(to, draft));
    }

    private void allow() {
        if (role != null && !view.has(role)) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
    }

    private String start() {
        var isUnderNew = owner != null && base.endsWith("/new/" + owner.id());
        return isUnderNew
                ? owner.in(base.substring(0, base.length() - owner.id().length() - 1))
                : base;
    }

    private ShortForm shortForm(Form form) {
        var language = view.language();
        return new ShortForm(form, base, Words.find(language, title), kicker, back, Words.find(language, backWord));
    }

    private Response ask(ShortForm s) {
        return flow.ask(s, fields, new Known(choices.get(), hints.get(), suggestions.get()), above.get(), next);
    }

    private T read(Form form) {
        var terms = fields.read(form);
        if (!form.isRefused()) {
            noted.accept(form, terms);
        }
        return terms;
    }

    private void validate(T terms) {
        var records = flow.records(kind);
        Services.validate(Kinds.service(kind), () -> {
            if (isCorrection) {
                records.validate(kind.room(), changed.id(), "corrections", terms);
            } else if (owner == null) {
                records.validate(kind.room(), terms);
            } else {
                records.validate(owner.kind().room(), owner.id(), kind.room(), terms);
            }
        });
    }

    private List<Answer> answers(T terms) {
        var answers = new ArrayList<>(fields.answers(view.language(), terms, choices.get()));
        answers.addAll(more.apply(terms));
        return answers;
    }

    /**
     * Somebody else corrected it meanwhile: the form says what is recorded now, and what was typed stands beside it. Else what nobody touched
     * here would be put back.
     */
    private void correctAnew(Form form) {
        var mine = form.typedAnswers();
        fields.fill(form, now.get());
        var recorded = form.typedAnswers();
        mine.stream()
                .filter(typed -> !recorded.contains(typed))
                .forEach(typed -> form.note(Words.say(
                        view.language(), "note.you-typed", Map.of("label", typed.label(), "typed", typed.value()))));
    }

    private Form recorded() {
        return fields.fill(Form.empty(view.language()), now.get());
    }
}
