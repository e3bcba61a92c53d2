package org.fundtrail.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Refusal;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;

/** The right to be forgotten (GDPR 17): what was done stays on record, who it was does not. */
@ApplicationScoped
class Erasures implements RecordKind {
    private final Persons persons;
    private final Waiting waiting;
    private final Drafts drafts;
    private final SavedViews views;
    private final Journal journal;

    Erasures(Persons persons, Waiting waiting, Drafts drafts, SavedViews views, Journal journal) {
        this.persons = persons;
        this.waiting = waiting;
        this.drafts = drafts;
        this.views = views;
        this.journal = journal;
    }

    /**
     * Erases somebody who acted here, or whom a record names; the erasure itself is an entry. Not while a record of theirs is open: they
     * would come back as somebody who may decide on it.
     */
    @Transactional
    Answer erase(UUID id, String reason, Writer by) {
        var erased = persons.erasable(id);
        long open = waiting.openOf(id);
        if (open > 0) {
            throw Refusal.of(JournalRule.PERSON_HAS_OPEN_RECORDS, "count", String.valueOf(open));
        }
        journal.write(Change.of(erased, Role.ADMINISTRATOR, erased.type() + ".erased", by)
                .because(reason));
        persons.erase(erased);
        drafts.forget(id);
        views.forget(id);
        return new Answer(200, new PersonRef(id, null), null, type(), id, 0);
    }

    @Override
    public String type() {
        return "person";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return persons.ref(id);
    }
}
