package org.fundtrail.journal;

import java.util.Map;
import org.fundtrail.common.Subject;

/** Something whose changes the journal keeps: what it is called, what it belongs to, and its fields. */
public interface Documented {
    /** What it is, as entries name it. */
    Subject subject();

    /** What it belongs to, whose history shows its entries too; null where it stands alone. */
    default Subject parent() {
        return null;
    }

    /** Its fields in canonical values, of which entries keep before and after. */
    Map<String, Object> facts();

    /** The few facts that a sentence about it needs, whatever was done: how much, for what. */
    default Map<String, Object> about() {
        return Map.of();
    }

    /** Whether positions of a past day show it as it was: every entry about it then keeps a version. */
    default boolean isInPositions() {
        return false;
    }
}
