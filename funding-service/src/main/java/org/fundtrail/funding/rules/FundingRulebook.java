package org.fundtrail.funding.rules;

import static java.util.Map.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.fundtrail.common.Refusal.Finding;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Rulebook;

/** The same rules where the database holds the second lock: its constraints by name. */
@ApplicationScoped
class FundingRulebook implements Rulebook {
    @Override
    public Map<String, Finding> constraints() {
        return Map.ofEntries(
                entry("programme_code_taken", Finding.of(FundingRule.PROGRAMME_CODE_TAKEN, "code")),
                entry("allocation_reference_taken", Finding.of(FundingRule.ALLOCATION_REFERENCE_TAKEN, "reference")),
                entry("receipt_recorded_twice", Finding.of(FundingRule.RECEIPT_RECORDED_TWICE, "bankReference")),
                entry("step_record_person_duty_fkey", Finding.of(JournalRule.OWN_RECORD, null)));
    }
}
