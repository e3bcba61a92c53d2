package org.fundtrail.infrastructure.certificate;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import org.fundtrail.common.Refusal;
import org.fundtrail.infrastructure.api.contract.Stage;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.contract.Contracts;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Writer;

/** Undoes that a certificate took over the works of its contract: it goes back to where it was, which the entry of the taking-over says. */
@ApplicationScoped
class TakingOver {
    private final AgroalDataSource database;
    private final Contracts contracts;

    TakingOver(AgroalDataSource database, Contracts contracts) {
        this.database = database;
        this.contracts = contracts;
    }

    /** How far a contract had come before. */
    private record Before(Stage stage, LocalDate since) {}

    /** Refuses to undo the taking-over of works that have come further since. */
    void mustBeTheLast(Certificate certificate) {
        var contract = certificate.contract();
        if (contract.stage().compareTo(Stage.TAKEN_OVER) > 0 && before(certificate) != null) {
            throw Refusal.of(
                    InfrastructureRule.CONTRACT_BEYOND_TAKING_OVER,
                    "contract",
                    contract.reference(),
                    "stage",
                    contract.stage().name());
        }
    }

    /** The change of the contract that goes with the reversal of its certificate; null where that took nothing over. */
    Change undone(Certificate certificate, Writer by) {
        var before = before(certificate);
        return before == null ? null : contracts.notTakenOver(certificate.contract(), before.stage, before.since, by);
    }

    /** Before this certificate took over the works; null where it did not, or another had before. */
    private Before before(Certificate certificate) {
        if (!certificate.isTakingOver()) {
            return null;
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT max(c ->> 'before') FILTER (WHERE c ->> 'field' = 'stage'),
                            max(c ->> 'before') FILTER (WHERE c ->> 'field' = 'stageSince')
                        FROM journal.leaf l
                        JOIN journal.entry t ON t.log_id = l.log_id AND t.id = l.entry_id
                        JOIN journal.entry a ON a.log_id = t.log_id AND a.actor = t.actor AND a.client = t.client
                            AND a.idempotency_key = t.idempotency_key
                        CROSS JOIN jsonb_array_elements(convert_from(t.body, 'UTF8')::jsonb -> 'changes') c
                        WHERE l.log_id = 1 AND l.subject_id = ? AND l.action = 'contract.taken-over'
                            AND a.subject_id = ? AND a.action = 'certificate.approved'
                        GROUP BY t.id""")) {
            select.setObject(1, certificate.contract().id());
            select.setObject(2, certificate.id());
            try (var row = select.executeQuery()) {
                return row.next() ? before(row.getString(1), row.getString(2)) : null;
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** A contract of which nothing is said was signed and no more. */
    private static Before before(String stage, String since) {
        return new Before(
                stage == null ? Stage.SIGNED : Stage.valueOf(stage), since == null ? null : LocalDate.parse(since));
    }
}
