package org.fundtrail.gateway.frame;

import io.quarkus.qute.TemplateInstance;
import java.util.Collection;
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
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Offer;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.language.Words;

/**
 * The form of one page by which a record of a kind is made or changed: who may, on what, what it asks, what is said of the answers, how they
 * are sent. Each step of it is kept as a draft, and the service is asked before the answers are shown to be checked.
 *
 * @param <T> what the service is told
 */
public final class Recording<T> extends FormWay<T> {
    Recording(FormFlow flow, View view, Kind kind, Fields<T> fields) {
        super(flow, view, kind, fields);
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
        return stepping(send, terms -> done);
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
        return stepping((form, terms) -> record.apply(form.key(), terms), terms -> kind.type());
    }

    /** Takes a step of the record that it stands on, by the version in the form; then that record's page says so. */
    public Recording<T> stepping(BiConsumer<Form, T> step, Function<T, String> done) {
        sent = (form, terms) -> {
            step.accept(form, terms);
            return back + "?done=" + done.apply(terms);
        };
        return this;
    }
}
