package org.fundtrail.gateway.list;

import java.util.List;
import java.util.UUID;
import org.fundtrail.common.CommentList;
import org.fundtrail.common.CommentView;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.language.Language;

/**
 * The comments on a record, with the forms in which the reader says more.
 *
 * @param at where a comment is sent
 * @param people whom it can ask
 * @param isCut whether there are more than are shown
 */
public record CommentThread(String at, List<Said> comments, boolean isCut, Form form, List<Option> people) {
    /** So many are shown on the page of a record. */
    static final int SHOWN = 200;

    /**
     * A comment.
     *
     * @param at where its answer is sent
     * @param answer the form for that
     */
    public record Said(CommentView comment, String at, Form answer) {}

    static CommentThread of(String service, CommentList list, Language language) {
        return new CommentThread(
                at(service, list.about()),
                list.items().stream()
                        .map(comment -> new Said(comment, at(service, comment.id()), Form.empty(language)))
                        .toList(),
                list.next() != null,
                Form.empty(language),
                options(list.people()));
    }

    /** Where a comment on a record is sent. */
    public static String at(String service, Subject about) {
        return "/comments/" + service + "/" + about.type() + "/" + about.id();
    }

    /** Where an answer is sent. */
    public static String at(String service, UUID comment) {
        return "/comments/" + service + "/" + comment + "/answer";
    }

    /** People to choose from. */
    public static List<Option> options(List<PersonRef> people) {
        return people.stream()
                .map(person -> new Option(person.id().toString(), person.name()))
                .toList();
    }
}
