package org.fundtrail.records;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.fundtrail.common.Refusal;

/** Locks go from parent to child: before a record is locked, its parent is, so this asks without a lock which one that is. */
public final class Parents {
    private Parents() {}

    /**
     * The id of the record that another belongs to.
     *
     * @param parent the name of the property that holds it
     */
    public static UUID of(EntityManager entities, Class<? extends Recorded> type, String parent, UUID id) {
        return entities
                .createQuery(
                        "SELECT r." + parent + ".id FROM " + type.getSimpleName() + " r WHERE r.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
