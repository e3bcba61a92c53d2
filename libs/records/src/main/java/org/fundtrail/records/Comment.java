package org.fundtrail.records;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.CommentView;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Documented;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.hibernate.annotations.DynamicUpdate;

/**
 * What somebody asks or says about a record: written once, answered once by whoever is asked or wrote it. Its entries are about the record,
 * in whose history they stand; what was said is their reason.
 */
@Entity
@Table(schema = "comments", name = "comment")
@DynamicUpdate
class Comment {
    @Id
    private UUID id;

    private String institution;
    private String aboutType;
    private UUID aboutId;
    private String aboutReference;
    private String parentType;
    private UUID parentId;
    private String parentReference;
    private UUID writtenBy;
    private Instant writtenAt;
    private String text;
    private UUID addressee;
    private LocalDate due;
    private UUID answeredBy;
    private Instant answeredAt;
    private String answer;

    protected Comment() {}

    /** @param addressee whom it asks, or null */
    Comment(Recorded about, String text, UUID addressee, LocalDate due, Writer by) {
        id = UuidCreator.getTimeOrderedEpoch();
        institution = about.institution();
        aboutType = about.subject().type();
        aboutId = about.id();
        aboutReference = about.subject().reference();
        var parent = about.parent();
        parentType = parent == null ? null : parent.type();
        parentId = parent == null ? null : parent.id();
        parentReference = parent == null ? null : parent.reference();
        writtenBy = by.id();
        writtenAt = by.at();
        this.text = text;
        this.addressee = addressee;
        this.due = due;
    }

    UUID id() {
        return id;
    }

    String institution() {
        return institution;
    }

    LocalDate due() {
        return due;
    }

    /** What the journal says when it is written. */
    Change written(Writer by) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("commentId", id.toString());
        facts.put("addresseeId", addressee == null ? null : addressee.toString());
        facts.put("by", due == null ? null : due.toString());
        return told("recorded", facts, text, by);
    }

    /** Closes it with an answer. */
    Change answer(String said, Writer by) {
        if (!isFor(by.caller())) {
            throw Refusal.of(CommentRule.NOT_ASKED);
        }
        if (answeredAt != null) {
            throw Refusal.of(CommentRule.ALREADY_ANSWERED);
        }
        answer = said;
        answeredBy = by.id();
        answeredAt = by.at();
        return told("answered", Map.of("commentId", id.toString()), said, by);
    }

    /** Whether somebody wrote it or is asked. */
    private boolean isFor(Caller somebody) {
        return somebody.id() != null
                && (somebody.id().equals(addressee) || somebody.id().equals(writtenBy));
    }

    private Change told(String deed, Map<String, Object> facts, String said, Writer by) {
        var role =
                by.caller().roles().stream().filter(Role.ALL::contains).sorted().findFirst();
        return Change.of(new Told(about(), parent(), facts), role.orElseThrow(), "comment." + deed, by, Map.of())
                .ofInstitution(institution)
                .because(said);
    }

    /** What an entry says of it. */
    private record Told(Subject subject, Subject parent, Map<String, Object> facts) implements Documented {}

    private Subject about() {
        return new Subject(aboutType, aboutId, aboutReference);
    }

    private Subject parent() {
        return parentId == null ? null : new Subject(parentType, parentId, parentReference);
    }

    /** It as its readers see it. */
    CommentView view(Persons persons, Caller reader) {
        return new CommentView(
                id,
                about(),
                parent(),
                persons.ref(writtenBy),
                writtenAt,
                text,
                persons.ref(addressee),
                due,
                answer,
                persons.ref(answeredBy),
                answeredAt,
                answeredAt == null && isFor(reader));
    }
}
