package org.fundtrail.benchmarks;

/** Why there is no figure: said in the table in the place of one. */
final class NotMeasured extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotMeasured(String reason) {
        super(reason);
    }
}
