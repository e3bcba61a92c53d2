package org.fundtrail.infrastructure.contract;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.SystemWork;

/**
 * Contracts that were approved when their worth stood on one account with VAT: at the first start after that, net and VAT are put on
 * accounts of their own, on the day of the signature, so that they can be certified and reported like all others. Nothing that was
 * contracted changes by it.
 */
@ApplicationScoped
public class NetAndVat {
    static final String ACTION = "accounts-opened";
    private static final String CLIENT = "accounts";

    private final EntityManager entities;
    private final SystemWork works;
    private final Journal journal;

    NetAndVat(EntityManager entities, SystemWork works, Journal journal) {
        this.entities = entities;
        this.works = works;
        this.journal = journal;
    }

    void onStart(@Observes StartupEvent started) {
        together()
                .forEach(row -> works.once(CLIENT, (String) row[1], row[0].toString(), by -> part((UUID) row[0], by)));
    }

    /** The contracts in force of which nothing says what they were worth without VAT. */
    @Transactional
    List<Object[]> together() {
        return entities.createNativeQuery("""
                        SELECT c.id, c.institution FROM infrastructure.contract c
                        WHERE c.status = 'APPROVED' AND NOT EXISTS (SELECT FROM journal.account a
                            WHERE a.log_id = 1 AND a.owner = c.id AND a.kind = ?)
                        ORDER BY c.recorded_at, c.id""", Object[].class)
                .setParameter(1, CostAccount.ORIGINAL_COMMITMENTS.name())
                .getResultList();
    }

    private void part(UUID id, Writer by) {
        var contract = entities.find(Contract.class, id, LockModeType.PESSIMISTIC_WRITE);
        var row = contract.row();
        var change = Change.of(contract, "system", "contract." + ACTION, by, contract.facts())
                .on(contract.signedOn())
                .moving(contract.net(), CostAccount.STATED.of(id, row), CostAccount.ORIGINAL_COMMITMENTS.of(id, row));
        if (contract.vat().isPositive()) {
            change.moving(contract.vat(), CostAccount.CONTRACTED.of(id, row), CostAccount.CONTRACTED_VAT.of(id, row))
                    .moving(
                            contract.vat(),
                            CostAccount.STATED.of(id, row),
                            CostAccount.ORIGINAL_COMMITMENTS_VAT.of(id, row));
        }
        journal.write(change);
    }
}
