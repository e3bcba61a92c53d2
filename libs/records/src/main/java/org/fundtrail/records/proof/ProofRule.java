package org.fundtrail.records.proof;

import org.fundtrail.common.Rule;

/** What the checks of the record refuse. */
public enum ProofRule implements Rule {
    FINDING_ANSWERED(409, "This finding was answered already. An answer is never changed; read it at the finding.");

    private final int status;
    private final String sentence;

    ProofRule(int status, String sentence) {
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
