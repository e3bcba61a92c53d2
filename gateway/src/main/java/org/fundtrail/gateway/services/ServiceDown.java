package org.fundtrail.gateway.services;

import org.fundtrail.common.InputRule;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Refusal;

/** A service could not be reached. */
public final class ServiceDown extends RuntimeException {
    private final String service;
    private final boolean isUnknown;

    ServiceDown(String service, boolean isUnknown, Throwable cause) {
        super(service + " cannot be reached", cause);
        this.service = service;
        this.isUnknown = isUnknown;
    }

    /** Whether it may have recorded what it was sent. */
    public boolean isUnknown() {
        return isUnknown;
    }

    public String service() {
        return service;
    }

    /** What whoever asked is told: whether it was recorded, or that it was not. */
    public Problem problem() {
        var rule = isUnknown ? InputRule.OUTCOME_UNKNOWN : InputRule.UNAVAILABLE;
        return Problem.from(Refusal.of(rule, "service", service));
    }
}
