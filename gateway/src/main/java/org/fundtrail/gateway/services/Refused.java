package org.fundtrail.gateway.services;

import org.fundtrail.common.Problem;

/** A service said no; on a form it is shown at the field, anywhere else as a page of its own. */
public final class Refused extends RuntimeException {
    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** Something changed between reading and sending. */
    public boolean isStale() {
        return problem.status() == 412;
    }
}
