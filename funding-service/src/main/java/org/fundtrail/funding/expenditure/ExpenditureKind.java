package org.fundtrail.funding.expenditure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.fundtrail.journal.Caller;
import org.fundtrail.records.RecordKind;

/** Cost items come to be with the first claim that names them. */
@ApplicationScoped
class ExpenditureKind implements RecordKind {
    private final Expenditures expenditures;

    ExpenditureKind(Expenditures expenditures) {
        this.expenditures = expenditures;
    }

    @Override
    public String type() {
        return "expenditure";
    }

    @Override
    public boolean isRecorded() {
        return false;
    }

    @Override
    public List<String> happenings() {
        return List.of("opened", "adjusted");
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return expenditures.find(id, reader).facts();
    }
}
