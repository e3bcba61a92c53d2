package org.fundtrail.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The right to be forgotten (GDPR 17): what was done stays on record, who it was does not. */
@ApplicationScoped
class Erasures implements RecordKind {
    private final Persons persons;
    private final Journal journal;

    Erasures(Persons persons, Journal journal) {
        this.persons = persons;
        this.journal = journal;
    }

    /** Erases somebody who acted here, or whom a record names; the erasure itself is an entry. */
    @Transactional
    Answer erase(UUID id, String reason, Writer by) {
        var erased = persons.erasable(id);
        journal.write(Change.of(erased, Role.ADMINISTRATOR, erased.type() + ".erased", by)
                .because(reason));
        persons.erase(erased);
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
