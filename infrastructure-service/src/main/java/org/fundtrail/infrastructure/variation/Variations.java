package org.fundtrail.infrastructure.variation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Decision;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.variation.VariationTerms;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.contract.Contracts;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** What a person can do with variations and price adjustments of contracts. Each is written under the lock of its contract. */
@ApplicationScoped
class Variations {
    private final EntityManager entities;
    private final Contracts contracts;
    private final CostLines costLines;
    private final Steps steps;
    private final Journal journal;

    Variations(EntityManager entities, Contracts contracts, CostLines costLines, Steps steps, Journal journal) {
        this.entities = entities;
        this.contracts = contracts;
        this.costLines = costLines;
        this.steps = steps;
        this.journal = journal;
    }

    /** Records what may change the worth of a contract in force, as a notice or submitted for a decision. */
    @Transactional
    Variation record(UUID contractId, VariationTerms terms, Writer by) {
        var contract = contracts.locked(contractId, by);
        Values.check(terms, by.today());
        contract.mustBeInForce();
        var variation = new Variation(terms, contract, costLine(terms, contract, by), count(contractId) + 1, by);
        var change = steps.take(variation, VariationStep.first(terms.state()), null, by)
                .on(variation.on());
        variation.persist();
        variation.stand(change);
        journal.write(change);
        return variation;
    }

    private CostLine costLine(VariationTerms terms, Contract contract, Writer by) {
        return terms.costLine() != null
                ? costLines.named(terms.costLine(), "costLine", contract.project(), by)
                : entities.find(CostLine.class, contract.firstRow()); // none where the row is the project itself
    }

    private int count(UUID contract) {
        return entities.createQuery("SELECT count(v) FROM Variation v WHERE v.contract.id = :contract", Long.class)
                .setParameter("contract", contract)
                .getSingleResult()
                .intValue();
    }

    /** Says what a returned variation should say instead, and submits it again. */
    @Transactional
    Variation change(UUID id, Integer readVersion, VariationTerms terms, Writer by) {
        var variation = locked(id, readVersion, by);
        Values.check(terms, by.today());
        var change = steps.take(variation, VariationStep.CHANGE, null, by);
        variation.say(terms, costLine(terms, variation.contract(), by), by);
        variation.stand(change.on(variation.on()));
        journal.write(change);
        return variation;
    }

    /** Approves, returns or rejects; an approved one changes what the contract is worth. */
    @Transactional
    Variation decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        return take(id, readVersion, Step.decided(VariationStep.class, decision), decision.reason(), null, by);
    }

    /**
     * Takes a step that says nothing but its reason and its day: for a submission today unless given, otherwise the day from which the
     * variation counts.
     */
    @Transactional
    Variation take(UUID id, Integer readVersion, VariationStep step, String reason, LocalDate on, Writer by) {
        var variation = locked(id, readVersion, by);
        var stood = variation.standing();
        var change = steps.take(variation, step, reason, by);
        if (step == VariationStep.SUBMIT) {
            variation.submit(on, by);
        }
        change.on(variation.dayOfStep(on));
        variation.leave(stood, change);
        variation.stand(change);
        if (step == VariationStep.APPROVE) {
            variation.count(change);
        }
        journal.write(change);
        return variation;
    }

    /** The variation, if the reader sees it. */
    Variation find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Variation.class, id), reader);
    }

    /** The contract, if the reader sees it. */
    Contract contract(UUID id, Caller reader) {
        return contracts.find(id, reader);
    }

    /** The contract first and then its variation, as everybody locks them. */
    private Variation locked(UUID id, Integer readVersion, Writer by) {
        contracts.locked(Parents.of(entities, Variation.class, "contract", id), by);
        var variation = Recorded.own(entities.find(Variation.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        variation.mustBe(readVersion);
        return variation;
    }

    List<Variation> list(Listing<Variation> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
