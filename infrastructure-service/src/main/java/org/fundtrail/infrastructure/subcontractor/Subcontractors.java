package org.fundtrail.infrastructure.subcontractor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorTerms;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.contract.Contracts;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Recorded;

/** What a person can do with the subcontractors of a contract. */
@ApplicationScoped
class Subcontractors {
    private final EntityManager entities;
    private final Contracts contracts;
    private final Journal journal;

    Subcontractors(EntityManager entities, Contracts contracts, Journal journal) {
        this.entities = entities;
        this.contracts = contracts;
        this.journal = journal;
    }

    /** Records a subcontractor; of a contract that waits, too, but of none that came to nothing. */
    @Transactional
    Subcontractor record(UUID contractId, SubcontractorTerms terms, Writer by) {
        var contract = contracts.locked(contractId, by); // its subcontractors are numbered one after the other
        Values.check(terms, by.today());
        contract.mustNotHaveComeToNothing();
        var subcontractor =
                new Subcontractor(terms, contract, count(contractId) + 1, day(terms.on(), contract, by), by);
        subcontractor.persist();
        journal.write(Change.recorded(subcontractor, Role.PROJECT_OFFICER, by).on(subcontractor.on()));
        return subcontractor;
    }

    private static LocalDate day(LocalDate said, Contract contract, Writer by) {
        var day = said == null ? by.today() : said;
        var signed = contract.signedOn();
        new Checks()
                .that(!day.isBefore(signed), InputRule.END_BEFORE_START, "on", "start", signed.toString())
                .done();
        return day;
    }

    private int count(UUID contract) {
        return entities.createQuery("SELECT count(s) FROM Subcontractor s WHERE s.contract.id = :contract", Long.class)
                .setParameter("contract", contract)
                .getSingleResult()
                .intValue();
    }

    /** The subcontractor, if the reader sees it. */
    Subcontractor find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Subcontractor.class, id), reader);
    }

    /** The contract, if the reader sees it. */
    Contract contract(UUID id, Caller reader) {
        return contracts.find(id, reader);
    }

    List<Subcontractor> list(Listing<Subcontractor> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
