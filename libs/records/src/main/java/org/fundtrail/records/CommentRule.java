package org.fundtrail.records;

import org.fundtrail.common.Rule;

/** What comments on records of every kind refuse. */
public enum CommentRule implements Rule {
    ADDRESSEE_UNKNOWN(
            400,
            "{field} is nobody who acted here for the institution of this record. Give the id or the whole name of somebody who did."),
    ADDRESSEE_AMBIGUOUS(400, "Several people are called {name}. Give the id of the one you mean as {field}."),
    NOT_ASKED(403, "Only who is asked, or who wrote it, can answer this."),
    ALREADY_ANSWERED(409, "This was answered already. Write another comment instead.");

    private final int status;
    private final String sentence;

    CommentRule(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
