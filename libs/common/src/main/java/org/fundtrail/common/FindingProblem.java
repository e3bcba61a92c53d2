package org.fundtrail.common;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with a place of the database. */
@Schema(name = "FindingProblem")
public enum FindingProblem {
    /** A field says something else than the entries. */
    DIFFERENT,
    /** The entries say it, and no row does. */
    MISSING,
    /** A row does, and no entry says it. */
    UNSAID,
    /** Cannot be read as what it has to be. */
    UNREADABLE,
    /** Bytes have another SHA-256 than is kept of them. */
    HASH,
    /** A position has no entry. */
    GAP,
    /** A root is not that of the entries. */
    ROOT,
    /** A signature is not that of the key. */
    SIGNATURE,
    /** The log has fewer entries than were proved before. */
    CUT_OFF
}
