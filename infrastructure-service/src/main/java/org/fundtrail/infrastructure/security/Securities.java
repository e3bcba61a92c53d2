package org.fundtrail.infrastructure.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.security.SecurityKind;
import org.fundtrail.infrastructure.api.security.SecurityTerms;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.contract.Contracts;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Recorded;

/** What a person can do with the securities of a contract, and what else asks of them. */
@ApplicationScoped
public class Securities {
    private final EntityManager entities;
    private final Contracts contracts;
    private final Journal journal;

    Securities(EntityManager entities, Contracts contracts, Journal journal) {
        this.entities = entities;
        this.contracts = contracts;
        this.journal = journal;
    }

    /** Records a security, which counts at once; of a contract that waits, too, but of none that came to nothing. */
    @Transactional
    Security record(UUID contractId, SecurityTerms terms, Writer by) {
        var contract = contracts.locked(contractId, by); // its securities are numbered one after the other
        Values.check(terms, by.today());
        contract.mustNotHaveComeToNothing();
        var security = new Security(terms, contract, count(contractId) + 1, by);
        security.persist();
        journal.write(Change.recorded(security, Role.PROJECT_OFFICER, by));
        return security;
    }

    private int count(UUID contract) {
        return entities.createQuery("SELECT count(s) FROM Security s WHERE s.contract.id = :contract", Long.class)
                .setParameter("contract", contract)
                .getSingleResult()
                .intValue();
    }

    /** Whether a contract has a security of this kind that is live on the day, its first and last day included. */
    public boolean isLive(UUID contract, SecurityKind kind, LocalDate day) {
        return !entities.createQuery(
                        "SELECT s.id FROM Security s WHERE s.contract.id = :contract AND s.terms.kind = :kind"
                                + " AND s.terms.from <= :day AND s.terms.to >= :day",
                        UUID.class)
                .setParameter("contract", contract)
                .setParameter("kind", kind)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The security, if the reader sees it. */
    Security find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Security.class, id), reader);
    }

    /** The contract, if the reader sees it. */
    Contract contract(UUID id, Caller reader) {
        return contracts.find(id, reader);
    }

    List<Security> list(Listing<Security> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
