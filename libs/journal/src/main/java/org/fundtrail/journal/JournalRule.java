package org.fundtrail.journal;

import org.fundtrail.common.Rule;

/** What the journal itself refuses, for every kind of record. */
public enum JournalRule implements Rule {
    IDEMPOTENCY_KEY_MISSING(
            400,
            "Send an Idempotency-Key header, new for every new request, so that a repeated one takes effect once."),
    IDEMPOTENCY_KEY_MALFORMED(400, "An Idempotency-Key has 1 to 200 visible ASCII characters."),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was already used for another request. Use a new one."),
    IF_MATCH_MISSING(400, "Send If-Match with the ETag that you read, so that nobody's change is overwritten."),
    RECORD_TOO_LARGE(400, "The record is too large to be kept in one entry. Shorten its texts."),
    NOT_YET_RECORDED(400, "{field} must be at most {recorded}: so many entries are recorded."),
    OWN_RECORD(403, "You recorded or changed this, so somebody else has to decide on it (four eyes, FR 74)."),
    OTHER_DUTY(403, "You have another duty on this already ({duty}), so somebody else has to do that (FR 74)."),
    NOT_OWN_RECORD(403, "Only who recorded or changed this can {action} it."),
    WRONG_STATE(409, "This is {status}, so it cannot be {action} now."),
    REASON_REQUIRED(400, "Give a reason when you {action}."),
    NOTHING_CORRECTED(400, "That is what is recorded already. Give at least one field as it should have been."),
    FIELD_IN_USE(409, "{field} of {reference} stays: other records count on it by now."),
    FLOOR_REACHED(409, "Only {available} is left there, {amount} does not fit."),
    ALREADY_ERASED(409, "This person's data were erased already."),
    PERSON_HAS_OPEN_RECORDS(
            409,
            "What this person recorded is not yet decided or waits for their change ({count}). Have it decided, rejected or withdrawn first."),
    REVERSAL_BUILT_ON(409, "Something is built on this, so it cannot be reversed: {records}. Take that back first."),
    REVERSAL_OF_USED_MONEY(
            409,
            "{amount} would be taken back and only {available} of it is left, so this cannot be reversed. Take back first what uses the rest."),
    REVERSAL_COUNTS_TODAY(400, "A reversal counts from the day on which it is decided. Leave out {field}."),
    SIZE_OUT_OF_RANGE(400, "{field} must be a whole number from {min} to {max}: so many entries are recorded."),
    NOT_YET_SIGNED(
            409, "No signed checkpoint has this entry yet. One is signed about once a second; ask again in a moment."),
    RIVALS(409, "Somebody else changed the same records at the same moment. Nothing was recorded; try again.");

    private final int status;
    private final String sentence;

    JournalRule(int status, String sentence) {
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
