package org.fundtrail.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fundtrail.common.Checks;
import org.fundtrail.common.CommentAnswer;
import org.fundtrail.common.CommentList;
import org.fundtrail.common.CommentTerms;
import org.fundtrail.common.CommentView;
import org.fundtrail.common.Cursor;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Page;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.common.value.Values;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;

/** What people ask and say about records of every kind, and what is answered. Who reads a record may comment on it. */
@ApplicationScoped
class Comments implements RecordKind {
    /** Where what is asked by no day stands: behind all others. */
    private static final LocalDate SOME_DAY = LocalDate.of(9999, 12, 31);

    private final EntityManager entities;
    private final AnyRecord records;
    private final Persons persons;
    private final Journal journal;

    Comments(EntityManager entities, AnyRecord records, Persons persons, Journal journal) {
        this.entities = entities;
        this.records = records;
        this.persons = persons;
        this.journal = journal;
    }

    @Override
    public String type() {
        return "comment";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return seen(entities.find(Comment.class, id), reader).view(persons, reader);
    }

    /** Writes a comment on a record that its author sees. */
    @Transactional
    Answer write(CommentTerms terms, String address, Writer by) {
        Values.check(terms, by.today());
        new Checks()
                .that(
                        terms.by() == null || !terms.by().isBefore(by.today()),
                        InputRule.DATE_IN_PAST,
                        "by",
                        "today",
                        by.today().toString())
                .done();
        var about = records.seen(terms.about().id(), by.caller());
        if (!about.subject().type().equals(terms.about().type())) {
            throw Refusal.notFound();
        }
        var comment = new Comment(about, terms.text(), addressee(terms.to(), about.institution()), terms.by(), by);
        entities.persist(comment);
        journal.write(comment.written(by));
        return answer(201, comment, address + "/" + comment.id(), by);
    }

    /** Answers a comment, once. */
    @Transactional
    Answer answer(UUID id, CommentAnswer said, Writer by) {
        Values.check(said, by.today());
        var comment = seen(entities.find(Comment.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        journal.write(comment.answer(said.text(), by));
        return answer(200, comment, null, by);
    }

    private Answer answer(int status, Comment comment, String location, Writer by) {
        return new Answer(
                status, comment.view(persons, by.caller()), location, type(), comment.id(), status == 201 ? 0 : 1);
    }

    private static Comment seen(Comment found, Caller reader) {
        if (found == null) {
            throw Refusal.notFound();
        }
        if (!reader.sees(found.institution())) {
            throw new Foreign(Refusal.notFound());
        }
        return found;
    }

    /** Whom it asks: somebody of the institution, by id or by name. */
    private UUID addressee(String to, String institution) {
        if (to == null) {
            return null;
        }
        var meant = persons.of(institution).stream()
                .filter(person -> person.id().toString().equalsIgnoreCase(to.strip())
                        || person.name().equalsIgnoreCase(to.strip()))
                .map(PersonRef::id)
                .toList();
        if (meant.size() > 1) {
            throw Refusal.ofField(CommentRule.ADDRESSEE_AMBIGUOUS, "to", "name", to.strip());
        }
        return meant.stream().findFirst().orElseThrow(() -> Refusal.ofField(CommentRule.ADDRESSEE_UNKNOWN, "to"));
    }

    /** The comments on a record, oldest first, and whom one can ask about it. */
    CommentList on(UUID record, String after, int limit, Caller reader) {
        var about = records.seen(record, reader);
        var cursor = Cursor.decode(after);
        var query = entities.createQuery(
                "SELECT c FROM Comment c WHERE c.aboutId = :about" + (cursor == null ? "" : " AND c.id > :id")
                        + " ORDER BY c.id",
                Comment.class);
        query.setParameter("about", record);
        if (cursor != null) {
            query.setParameter("id", cursor.id());
        }
        return list(
                about.subject(),
                rows(query, limit),
                limit,
                comment -> new Cursor("", comment.id()),
                cursor == null ? persons.of(about.institution()) : null,
                reader);
    }

    /** What is asked of the reader and open: by the day until which it is asked, then by age. */
    CommentList asked(String after, int limit, Caller reader) {
        var cursor = Cursor.decode(after);
        var query = askedOf(
                reader,
                (cursor == null ? "" : " AND (coalesce(c.due, {d '9999-12-31'}), c.id) > (:day, :id)")
                        + " ORDER BY coalesce(c.due, {d '9999-12-31'}), c.id");
        if (cursor != null) {
            query.setParameter("day", day(cursor)).setParameter("id", cursor.id());
        }
        return list(
                null,
                rows(query, limit),
                limit,
                comment -> new Cursor(String.valueOf(comment.due() == null ? SOME_DAY : comment.due()), comment.id()),
                null,
                reader);
    }

    /** How much is asked of the reader and open, counted no further than to so many. */
    long countAsked(Caller reader, int most) {
        return askedOf(reader, "").setMaxResults(most).getResultList().size();
    }

    private TypedQuery<Comment> askedOf(Caller reader, String further) {
        var query = entities.createQuery(
                "SELECT c FROM Comment c WHERE c.addressee = :reader AND c.answeredAt IS NULL"
                        + (reader.seesAll() ? "" : " AND c.institution = :institution") + further,
                Comment.class);
        query.setParameter("reader", reader.id());
        return reader.seesAll() ? query : query.setParameter("institution", reader.institution());
    }

    private static List<Comment> rows(TypedQuery<Comment> query, int limit) {
        return query.setMaxResults(limit + 1).getResultList();
    }

    private CommentList list(
            Subject about,
            List<Comment> rows,
            int limit,
            Function<Comment, Cursor> cursor,
            List<PersonRef> people,
            Caller reader) {
        Page<CommentView> page = Page.of(rows, limit, cursor, comment -> comment.view(persons, reader));
        return new CommentList(about, page.items(), page.next(), people);
    }

    private static LocalDate day(Cursor cursor) {
        try {
            var day = LocalDate.parse(cursor.sort());
            if (!day.isAfter(SOME_DAY)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
    }
}
