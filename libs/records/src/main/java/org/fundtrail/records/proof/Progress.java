package org.fundtrail.records.proof;

/** Told of every entry that a check has looked at. */
public interface Progress {
    /** For whom nobody waits. */
    Progress NONE = () -> {};

    void entry();
}
