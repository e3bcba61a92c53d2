package org.fundtrail.common;

/** What can be wrong with a request before any rule of funding is asked. */
public enum InputRule implements Rule {
    REQUIRED(400, "Give {field}."),
    TOO_LONG(400, "{field} may be at most {max} characters long."),
    UNUSABLE_TEXT(400, "{field} has a character that cannot be kept (NUL or half of a surrogate pair). Remove it."),
    LOOKS_LIKE_AN_ID(400, "{field} looks like the id of a record, so it would be taken for one. Choose another."),
    DIRECTION_MARK(
            400,
            "{field} has an invisible mark that changes how it reads, such as one that turns the direction of text. Remove it."),
    NOT_TEXT(400, "{field} must be text in quotes."),
    MALFORMED_JSON(400, "The request is not well-formed JSON. Check line {line}, column {column}."),
    MALFORMED_VALUE(400, "{field} cannot be read: {expected}."),
    UNKNOWN_FIELD(400, "There is no field {field} here. Remove it or check its spelling."),
    UNKNOWN_PARAMETER(400, "There is no parameter {field} here. Remove it or check its spelling: {known}."),
    UNKNOWN_VALUE(400, "{field} must be one of {allowed}."),
    AMOUNT_MALFORMED(400, "Give {field} as text with at most two decimals, like \"37000000.00\"."),
    AMOUNT_TOO_LARGE(400, "{field} is too large to be kept: it must be below 10000000000000.00."),
    AMOUNT_NOT_POSITIVE(400, "{field} must be more than zero."),
    AMOUNT_NEGATIVE(400, "{field} must not be below zero."),
    AMOUNT_ZERO(400, "{field} must not be zero."),
    CURRENCY_UNKNOWN(400, "{currency} is no currency of ISO 4217. Use EUR."),
    CURRENCY_NOT_KEPT(400, "These books are kept in EUR: {currency} cannot be recorded."),
    RATE_MALFORMED(400, "Give {field} as a decimal fraction in quotes between \"0\" and \"1\", like \"0.75\"."),
    PERCENT_MALFORMED(400, "Give {field} in quotes, above zero and with at most two decimals, like \"7\" or \"12.5\"."),
    QUANTITY_MALFORMED(400, "Give {field} in quotes, above zero and with at most six decimals, like \"508.5\"."),
    DATE_MALFORMED(400, "Give {field} as a real date, like 2021-08-11."),
    DATE_IN_FUTURE(400, "{field} must not be after today, {today}."),
    DATE_IN_PAST(400, "{field} must not be before today, {today}."),
    DATE_OUT_OF_RANGE(400, "{field} must lie between 1990-01-01 and 2100-12-31."),
    END_BEFORE_START(400, "{field} must be on or after {start}."),
    URL_MALFORMED(
            400,
            "{field} must be a web address that starts with https:// or http:// and has no spaces and no < or >; write a space as %20."),
    MAIL_ADDRESS_MALFORMED(400, "{field} must be an e-mail address, like name@example.org."),
    TOO_MANY(400, "At most {max} of {field} can be recorded."),
    LIMIT_OUT_OF_RANGE(400, "limit must be a whole number from 1 to {max}."),
    CURSOR_MALFORMED(400, "after must be what an earlier answer gave as next."),
    NOT_SIGNED_IN(401, "Sign in first."),
    NOT_ALLOWED(403, "Your role does not allow this."),
    NOT_FOUND(404, "There is no such record."),
    METHOD_NOT_ALLOWED(405, "This address does not take that method."),
    NOT_ACCEPTABLE(406, "This address does not answer in the form that was asked for."),
    STALE(
            412,
            "Somebody changed this record since you read it. Read it again and repeat what you still want to change."),
    TOO_LARGE(413, "The request is too large: at most {max}."),
    UNSUPPORTED_MEDIA_TYPE(415, "Send JSON with Content-Type: application/json."),
    UNAVAILABLE(503, "The {service} cannot be reached just now. Nothing was recorded; try again in a moment."),
    OUTCOME_UNKNOWN(
            503,
            "Whether this was recorded is not known: the {service} was lost before it said so. Send the same again with the same "
                    + "Idempotency-Key: it is recorded once."),
    HISTORY_ROLLED_BACK(
            503,
            "The record does not go on from what was signed: a checkpoint of {kept} entries was kept outside of the database, and the {size} "
                    + "entries there are not those, or not all. It was put back to an older state, or altered. Nothing is recorded until whoever "
                    + "runs Fundtrail puts the right state back, or begins a new epoch and says why."),
    KEPT_CHECKPOINT_MISSING(
            503,
            "The checkpoint that is kept outside of the database is not there or cannot be read, so nobody knows whether the record is whole. "
                    + "Nothing is recorded until whoever runs Fundtrail puts it back, or begins a new epoch and says why."),
    STORAGE_FULL(503, "The disk of the {service} is full. Nothing was recorded; it goes on as soon as there is room.");

    private final int status;
    private final String sentence;

    InputRule(int status, String sentence) {
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
