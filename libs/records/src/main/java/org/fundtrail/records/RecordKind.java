package org.fundtrail.records;

import java.util.List;
import java.util.UUID;
import org.fundtrail.journal.Caller;

/**
 * A kind of record, registered by being a bean. What goes over all kinds, approvals, answers that are shown again, documents and tests,
 * goes over these.
 */
public interface RecordKind {

    /** As entries name it: {@code allocation}. */
    String type();

    /** The record as its reader sees it now. */
    Object shown(UUID id, Caller reader);

    /** Whether somebody records one; otherwise its records come to be with others, and are read with them. */
    default boolean isRecorded() {
        return true;
    }

    /** Its life cycle; none for what is usable at once and for ever. */
    default Step[] steps() {
        return new Step[0];
    }

    /** What happens to it besides its steps and corrections, as actions of entries call it. */
    default List<String> happenings() {
        return List.of();
    }

    /** Whether what was recorded wrongly is corrected, with a reason. */
    default boolean isCorrected() {
        return false;
    }

    /**
     * A SELECT of all its records for the approvals: type, id, reference, parent_type, parent_id, parent_reference, amount, currency,
     * institution, recorded_by, recorded_at, status, purpose (in a few words what it is for), with the alias of the record's table {@code r}; of what no money is
     * on the amount is 0 and the currency NULL. Null where nothing of it waits.
     */
    default String waiting() {
        return null;
    }

    /** A condition on {@code w}, a row of {@link #waiting()}: whether it was recorded in spite of a rule, which is decided with it. */
    default String overriding() {
        return "false";
    }

    /**
     * A SELECT of its records that are built on others and count or wait: built_on, the id of the other, and reference; null where none is. What
     * something is built on cannot be reversed.
     */
    default String builtOn() {
        return null;
    }

    /** How its records are found by what somebody types; null where they are found by something else. */
    default Findable found() {
        return null;
    }

    /** The day of its records that people have to keep in mind; null where there is none. */
    default Dated dated() {
        return null;
    }

    /** The same of a kind whose days come to different people while it stands in different states. */
    default List<Dated> dates() {
        return dated() == null ? List.of() : List.of(dated());
    }
}
