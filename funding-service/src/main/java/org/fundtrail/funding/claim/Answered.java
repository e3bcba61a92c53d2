package org.fundtrail.funding.claim;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.funding.api.checklist.ChecklistQuestion;
import org.fundtrail.funding.api.claim.ChecklistAnswer;
import org.fundtrail.funding.api.claim.ClaimAnswerView;
import org.fundtrail.funding.api.claim.VerificationAnswer;

/** How a verification answered a question of a checklist, as it is kept. */
@Embeddable
class Answered {
    private UUID checklistId;
    private int question;

    @Enumerated(EnumType.STRING)
    private ChecklistAnswer answer;

    private String finding;

    protected Answered() {}

    Answered(UUID checklist, VerificationAnswer said) {
        checklistId = checklist;
        question = said.question();
        answer = said.answer();
        finding = said.finding();
    }

    UUID checklist() {
        return checklistId;
    }

    int question() {
        return question;
    }

    /** The question and its answer; an answer of null where there is none. */
    static ClaimAnswerView view(int n, ChecklistQuestion asked, Answered said) {
        return new ClaimAnswerView(
                n,
                asked.question(),
                asked.legalReference(),
                said == null ? null : said.answer,
                said == null ? null : said.finding);
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("checklistId", checklistId.toString());
        facts.put("question", question);
        facts.put("answer", answer.name());
        facts.put("finding", finding);
        return facts;
    }
}
