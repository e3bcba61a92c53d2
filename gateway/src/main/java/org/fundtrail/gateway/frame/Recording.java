package org.fundtrail.gateway.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private Supplier<Owner> owner;
    private String changed;
    private String at;
    private String base;
    private String start;
    private String title;
    private Supplier<String> kicker;
    private Kind kicked;
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
    private Function<Form, Map<String, ?>> besides = form -> Map.of();
    private String room;
    private BiFunction<ShortForm, List<Fields.Asked>, TemplateInstance> shown;
    private String next;
    private boolean isCorrection;
    private String searched;
    private BiFunction<String, String, Offer> searching;
    private boolean isRepeatable;
    private boolean isAnother;
    private BooleanSupplier isOpen = () -> true;
    private Supplier<? extends Collection<String>> open;

    Recording(FormFlow flow, View view, Kind kind, Fields<T> fields) {
        this.flow = flow;
        this.view = view;
        this.kind = kind;
        this.fields = fields;
        at = kind.room();
        base = "/" + at + "/new";
        title = "title.record-" + fields.type();
        kicker = () -> Words.of(view.language(), "nav." + kind.about().place());
        next = "next." + fields.type();
        room = kind.room();
        shown = (s, asked) -> flow.form(s, asked, above.get(), next);
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

    /**
     * On a record: what is made belongs to it.
     *
     * @param read the record, once it is needed
     */
    public Recording<T> on(Kind of, String id, Supplier<Owner> read) {
        var list = base;
        on(of, id, read, base + "/" + Owner.id(id));
        start = list + "?" + Owner.by(of) + "=" + Owner.id(id);
        return this;
    }

    /** The same of a form that has its address under that of the record. */
    public Recording<T> on(Kind of, String id, Supplier<Owner> read, String at) {
        base = at;
        return of(read).called(of, Owner.id(id), () -> read.get().reference());
    }

    /** A form that has an address of its own, beside that of its kind. */
    public Recording<T> at(String room) {
        at = room;
        base = "/" + at + "/new";
        return this;
    }

    /** What is made or changed belongs to this record. */
    public Recording<T> of(Supplier<Owner> read) {
        owner = read;
        return this;
    }

    private Recording<T> called(Kind of, UUID id, Supplier<String> reference) {
        kicked = of;
        kicker = reference;
        return backTo("/" + of.room() + "/" + id, "back." + of.type());
    }

    /**
     * Changes a record instead of making one.
     *
     * @param reference what it is called, or what it belongs to; once it is needed
     * @param recorded the record as it is now, from which the form is filled in
     * @param send changes it as its form says; by the version in it
     */
    public Recording<T> changing(
            String id, Supplier<String> reference, Supplier<Object> recorded, BiConsumer<Form, T> send) {
        title = "title.change-" + fields.type();
        return called(kind, Owner.id(id), reference).instead(id, recorded, "change", "changed", send);
    }

    /**
     * Corrects a record instead of making one.
     *
     * @param reference what it is called, once it is needed
     * @param recorded the record as it is now, from which the form is filled in
     */
    public Recording<T> correcting(String id, Supplier<String> reference, Supplier<Object> recorded) {
        title = "title.correct-" + fields.type();
        next = "next.correction";
        isCorrection = true;
        return called(kind, Owner.id(id), reference)
                .instead(
                        id,
                        recorded,
                        "correct",
                        "corrected",
                        (form, terms) -> flow.records(kind)
                                .correct(kind.room(), id, DecisionForm.version(form), form.key(), terms));
    }

    private Recording<T> instead(
            String id, Supplier<Object> recorded, String at, String done, BiConsumer<Form, T> send) {
        changed = id;
        base = "/" + this.at + "/" + Owner.id(id) + "/" + at;
        now = recorded;
        sent = (form, terms) -> {
            send.accept(form, terms);
            return back + "?done=" + done;
        };
        return this;
    }

    /** Begins only on a record in a state that takes it; else that record's page says why. What was begun already goes on. */
    public Recording<T> open(BooleanSupplier takesIt) {
        isOpen = takesIt;
        return this;
    }

    /** Asks only those of its fields; what was typed into others, as long as it was possible, stays on the page. */
    public Recording<T> only(Supplier<? extends Collection<String>> paths) {
        open = paths;
        return this;
    }

    // ── What is asked ──

    /** What stands in it before anything is typed. */
    public Recording<T> beginningWith(UnaryOperator<Form> filled) {
        blank = filled;
        return this;
    }

    /**
     * Filled in from another record, where the address names one ({@code like}); so the next one can be added at once.
     *
     * @param read that record by its id
     * @param own the fields of what is its own, to be filled in anew
     */
    public Recording<T> like(Function<String, ?> read, String... own) {
        isRepeatable = true;
        var id = view.asked(Another.LIKE);
        return id == null ? this : beginningWith(form -> fields.without(own).fillAlike(form, read.apply(id)));
    }

    /** What there is to choose from, of fields that name a record. */
    public Recording<T> offering(Supplier<Map<String, List<Option>>> records) {
        choices = records;
        return this;
    }

    /**
     * What there is to choose from in one field where that is much: found by what is looked for there.
     *
     * @param search by what is looked for, null for nothing but what was chosen; and by what was chosen
     */
    public Recording<T> finding(String path, BiFunction<String, String, Offer> search) {
        searched = path;
        searching = search;
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

    /** On a page of its own, which has more to show than what it asks. */
    public Recording<T> shownAs(BiFunction<ShortForm, List<Fields.Asked>, TemplateInstance> page) {
        shown = page;
        return this;
    }

    /** Leaves a field out while there is no need of it; it is read wherever it was typed. */
    public Recording<T> without(String path, Predicate<Form> isNeedless) {
        var all = shown;
        shown = (s, asked) -> all.apply(
                s,
                isNeedless.test(s.form())
                        ? asked.stream()
                                .filter(field -> !field.name().equals(path))
                                .toList()
                        : asked);
        return this;
    }

    // ── What is done with the answers ──

    /** What the service is told besides, by its name: what follows from where the form stands. */
    public Recording<T> telling(Function<Form, Map<String, ?>> more) {
        besides = more;
        return this;
    }

    /** What it is called at the service under what it belongs to, where that is not its room. */
    public Recording<T> validatedAs(String under) {
        room = under;
        return this;
    }

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
        sent = (form, terms) -> recorded(record.apply(form.key(), terms)) + "?done=recorded";
        return this;
    }

    /** The page of what was recorded, or the next form, filled in like it. */
    private String recorded(UUID id) {
        var form = start == null ? base + "?" : start + "&";
        return isAnother ? form + Another.LIKE + "=" + id : "/" + kind.room() + "/" + id;
    }

    /** Sends them; what was made is read on the page of what it belongs to, which says that this was done. */
    public Recording<T> sendingToOwner(BiFunction<String, T, ?> record) {
        sent = (form, terms) -> {
            record.apply(form.key(), terms);
            return back + "?done=" + kind.type();
        };
        return this;
    }

    // ── The way of the form ──

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
        return new ShortForm(
                form, base, Words.find(language, title), called, back, Words.find(language, backWord), isRepeatable);
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
