package org.fundtrail.funding.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.fundtrail.funding.api.recovery.RecoveryFinding;
import org.fundtrail.funding.api.recovery.RecoveryFindingView;

/** The finding of a claim's verification because of which something is recovered, as the claim said it then. */
@Embeddable
class Found {
    @Column(name = "finding_question")
    private Integer question;

    @Column(name = "finding_line")
    private Integer line;

    @Column(name = "finding_text")
    private String text;

    protected Found() {}

    Found(RecoveryFinding at, String text) {
        question = at.question();
        line = at.line();
        this.text = text;
    }

    Integer question() {
        return question;
    }

    Integer line() {
        return line;
    }

    String text() {
        return text;
    }

    RecoveryFindingView view() {
        return new RecoveryFindingView(question, line, text);
    }
}
