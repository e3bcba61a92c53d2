package org.fundtrail.funding.checklist;

import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fundtrail.funding.api.checklist.ChecklistQuestion;
import org.fundtrail.funding.api.checklist.QuestionText;

/** A question of a checklist as it is kept. */
@Embeddable
class Question {
    private String en;
    private String lt;
    private String legalReference;

    protected Question() {}

    Question(ChecklistQuestion said) {
        en = said.question().en();
        lt = said.question().lt();
        legalReference = said.legalReference();
    }

    ChecklistQuestion view() {
        return new ChecklistQuestion(new QuestionText(en, lt), legalReference);
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("en", en);
        facts.put("lt", lt);
        facts.put("legalReference", legalReference);
        return facts;
    }
}
