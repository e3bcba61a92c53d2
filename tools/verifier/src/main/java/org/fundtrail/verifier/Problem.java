package org.fundtrail.verifier;

/** All that can be wrong; each has a sentence in {@code verifier_en.properties} and {@code verifier_lt.properties}. */
public enum Problem {
    NOT_UTF8,
    NOT_BASE64,
    NOT_A_HASH,
    NOT_A_NUMBER,
    NOT_A_KEY,
    NOT_A_NOTE,
    NOT_A_CHECKPOINT,
    NOT_A_PROOF,
    NOT_JSON,
    WRONG_SIGNATURE,
    NOT_SIGNED,
    NOT_A_ZIP,
    FILE_MISSING,
    FILE_TOO_LONG,
    FILE_UNKNOWN,
    FILE_OF_ANOTHER_LENGTH,
    LEAF_DIFFERS,
    TILE_DIFFERS,
    BUNDLE_CUT_OFF,
    BUNDLE_TOO_LONG,
    ENTRY_UNKNOWN,
    NOT_UNDERSTOOD,
    NOTHING_TO_CHECK,
    KEY_NEEDED,
    ENTRY_NEEDED,
    ORIGIN_DIFFERS,
    NOT_INCLUDED,
    NOT_A_FOLDER,
    ROOT_DIFFERS
}
