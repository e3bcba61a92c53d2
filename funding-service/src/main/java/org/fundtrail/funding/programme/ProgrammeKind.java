package org.fundtrail.funding.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.RecordKind;

/** Programmes are usable at once and never change. */
@ApplicationScoped
class ProgrammeKind implements RecordKind {
    private final Programmes programmes;
    private final Persons persons;

    ProgrammeKind(Programmes programmes, Persons persons) {
        this.programmes = programmes;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "programme";
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return programmes.find(id, reader).view(persons);
    }
}
