package org.fundtrail.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.UUID;
import org.fundtrail.journal.Caller;

/** Finds a record of whatever kind by its id: ids are never used twice. */
@ApplicationScoped
class AnyRecord {
    private final EntityManager entities;

    AnyRecord(EntityManager entities) {
        this.entities = entities;
    }

    /** The record, if it is there and the reader sees it; refused as absent otherwise. */
    Recorded seen(UUID id, Caller reader) {
        return Recorded.seen(find(id), reader);
    }

    private Recorded find(UUID id) {
        return entities.getMetamodel().getEntities().stream()
                .filter(kind -> Recorded.class.isAssignableFrom(kind.getJavaType()))
                .map(kind -> (Recorded) entities.find(kind.getJavaType(), id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
