package org.fundtrail.common;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one person does for a record. Nobody has two of them on one record, over all its rounds (segregation of duties, FR 74). */
@Schema(description = "What one person does for a record; nobody ever has two of them on one record (FR 74)")
public enum Duty {
    /** Records it, changes it. */
    INITIATE,
    /** Looks whether it is right. */
    VERIFY,
    /** Answers for it as authorising officer, or confirms it against the bank. */
    APPROVE,
    /** Pays it. */
    PAY
}
