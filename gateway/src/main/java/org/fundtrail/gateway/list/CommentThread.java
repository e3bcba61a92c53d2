package org.fundtrail.gateway.list;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.CommentList;
import org.fundtrail.common.CommentTerms;
import org.fundtrail.common.CommentView;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Known;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.ShortDrafts;

/**
 * The comments on a record, with the forms in which the reader says more.
 *
 * @param called what the record is called
 * @param at where a comment is sent
 * @param to whom it can ask
 * @param isCut whether there are more than are shown
 */
public record CommentThread(String called, String at, List<Said> comments, boolean isCut, Form form, Fields.Asked to) {
    /** What a comment asks of whoever writes it. */
    public static final Fields<CommentTerms> FIELDS = Fields.of(
            CommentTerms.class,
            "comment",
            Field.area("text"),
            Field.record("to").optional(),
            Field.day("by").optional());

    /** So many are shown on the page of a record. */
    static final int SHOWN = 200;

    /**
     * A comment.
     *
     * @param at where its answer is sent
     * @param answer the form for that
     */
    public record Said(CommentView comment, String at, Form answer) {}

    static CommentThread of(String service, CommentList list, ShortDrafts drafts) {
        var about = list.about();
        var form = drafts.begun(service, at(service, about));
        return new CommentThread(
                about.reference(),
                at(service, about),
                list.items().stream()
                        .map(comment -> said(comment, at(service, comment.id()), service, drafts))
                        .toList(),
                list.next() != null,
                form,
                to(form, list.people()));
    }

    /** The open question that is to be answered first, of those with a day; null where there is none. */
    public CommentView nextAsked() {
        return comments.stream()
                .map(Said::comment)
                .filter(one -> one.answer() == null && one.by() != null && one.to() != null)
                .min(Comparator.comparing(CommentView::by))
                .orElse(null);
    }

    private static Said said(CommentView comment, String at, String service, ShortDrafts drafts) {
        return new Said(comment, at, comment.mayAnswer() ? drafts.begun(service, at) : null);
    }

    /** Where a comment on a record is sent. */
    public static String at(String service, Subject about) {
        return "/comments/" + service + "/" + about.type() + "/" + about.id();
    }

    /** Where an answer is sent. */
    public static String at(String service, UUID comment) {
        return "/comments/" + service + "/" + comment + "/answer";
    }

    /** Whom it asks, as its form asks that: of many one looks for them by their name. */
    public static Fields.Asked to(Form form, List<PersonRef> people) {
        var options = people.stream()
                .map(person -> new Option(person.id().toString(), person.name()))
                .toList();
        return FIELDS.asked(form, new Known(Map.of("to", options), Map.of(), Map.of())).stream()
                .filter(asked -> asked.name().equals("to"))
                .findFirst()
                .orElseThrow();
    }
}
