package org.fundtrail.gateway.door;

import org.fundtrail.common.Rule;

/** Why the door says no; what it shares with the services is in {@link org.fundtrail.common.InputRule}. */
enum DoorRule implements Rule {
    WRONG_SIGN_IN(401, "The user name or the password is wrong."),
    FORM_EXPIRED(400, "This form is no longer valid. Open it again and repeat what you entered."),
    BAD_REQUEST(400, "The request cannot be read."),
    CROSS_SITE(403, "This was sent from another site. Open Fundtrail itself and repeat it there."),
    UNKNOWN_HOST(
            421,
            "This server is not reached by that name. Use the address it was given, or add the name to FUNDTRAIL_HOSTS."),
    TOO_MANY_REQUESTS(429, "Too many requests of this kind at once. Try again in {seconds} seconds."),
    TOO_MANY_ATTEMPTS(429, "Too many sign-ins failed. Try again in {seconds} seconds.");

    private final int status;
    private final String sentence;

    DoorRule(int status, String sentence) {
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
