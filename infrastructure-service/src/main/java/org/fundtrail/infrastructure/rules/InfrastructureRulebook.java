package org.fundtrail.infrastructure.rules;

import static java.util.Map.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.fundtrail.common.Refusal.Finding;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Rulebook;

/** The same rules where the database holds the second lock: its constraints by name. */
@ApplicationScoped
class InfrastructureRulebook implements Rulebook {
    @Override
    public Map<String, Finding> constraints() {
        return Map.ofEntries(
                entry(
                        "works_programme_reference_taken",
                        Finding.of(InfrastructureRule.WORKS_PROGRAMME_REFERENCE_TAKEN, "reference")),
                entry("project_reference_taken", Finding.of(InfrastructureRule.PROJECT_REFERENCE_TAKEN, "reference")),
                entry("cost_line_name_taken", Finding.of(InfrastructureRule.COST_LINE_NAME_TAKEN, "name")),
                entry(
                        "certificate_already_proposed",
                        Finding.of(
                                InfrastructureRule.CERTIFICATE_ALREADY_PROPOSED, null, "certificate", "Another one")),
                entry("certificate_number_taken", Finding.of(InfrastructureRule.CERTIFICATE_NUMBER_TAKEN, "number")),
                entry("contract_reference_taken", Finding.of(InfrastructureRule.CONTRACT_REFERENCE_TAKEN, "reference")),
                entry("credit_note_number_taken", Finding.of(InfrastructureRule.CREDIT_NOTE_NUMBER_TAKEN, "number")),
                entry("invoice_number_taken", Finding.of(InfrastructureRule.INVOICE_NUMBER_TAKEN, "number")),
                entry(
                        "baseline_already_proposed",
                        Finding.of(InfrastructureRule.BASELINE_ALREADY_PROPOSED, null, "owner", "this")),
                entry("step_record_person_duty_fkey", Finding.of(JournalRule.OWN_RECORD, null)));
    }
}
