package org.fundtrail.gateway.position;

import org.fundtrail.common.InputRule;
import org.fundtrail.common.Rule;

/** What the services refuse of a position, said of the field that is meant here. */
enum PositionRule implements Rule {
    NOT_YET_RECORDED(400, "{field} must be at most {recorded}: so many entries are recorded.");

    private final int status;
    private final String sentence;

    PositionRule(int status, String sentence) {
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

    static Rule of(String code) {
        return NOT_YET_RECORDED.code().equals(code) ? NOT_YET_RECORDED : InputRule.MALFORMED_VALUE;
    }
}
