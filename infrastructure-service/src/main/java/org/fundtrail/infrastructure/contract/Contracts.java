package org.fundtrail.infrastructure.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Decision;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.contract.ContractCorrection;
import org.fundtrail.infrastructure.api.contract.ContractTerms;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Correction;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** What a person can do with contracts. */
@ApplicationScoped
public class Contracts {
    private final EntityManager entities;
    private final Projects projects;
    private final Steps steps;
    private final Journal journal;

    Contracts(EntityManager entities, Projects projects, Steps steps, Journal journal) {
        this.entities = entities;
        this.projects = projects;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes a contract; it counts for nothing until somebody else approves it. */
    @Transactional
    Contract record(UUID projectId, ContractTerms terms, Writer by) {
        var project = projects.shared(projectId, by);
        Values.check(terms, by.today());
        var contract = new Contract(terms, project, by);
        var change = steps.take(contract, ContractStep.RECORD, null, by);
        contract.persist();
        journal.write(change.on(contract.signedOn()));
        return contract;
    }

    /** Says what a returned contract should say instead, and proposes it again. */
    @Transactional
    Contract change(UUID id, Integer readVersion, ContractTerms terms, Writer by) {
        var contract = locked(id, readVersion, by);
        Values.check(terms, by.today());
        var change = steps.take(contract, ContractStep.CHANGE, null, by);
        contract.say(terms);
        journal.write(change.on(contract.signedOn()));
        return contract;
    }

    /** Approves, returns or rejects; the gross worth of an approved one is contracted. */
    @Transactional
    Contract decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        return take(id, readVersion, Step.decided(ContractStep.class, decision), decision.reason(), null, by);
    }

    /** Takes a step that says nothing but its reason and its day, which is that of the signature unless given. */
    @Transactional
    Contract take(UUID id, Integer readVersion, ContractStep step, String reason, LocalDate on, Writer by) {
        var contract = locked(id, readVersion, by);
        var change = steps.take(contract, step, reason, by).on(on == null ? contract.signedOn() : on);
        if (step == ContractStep.APPROVE) {
            var project = contract.project();
            change.moving(contract.gross(), project.signed(id), project.contracted(id));
        }
        journal.write(change);
        return contract;
    }

    /** Says how the contractor of a contract in force should have been written. */
    @Transactional
    Contract correct(UUID id, Integer readVersion, ContractCorrection said, Writer by) {
        var contract = locked(id, readVersion, by);
        Values.check(said, by.today());
        var correction = Correction.of(contract);
        contract.correct(said);
        journal.write(correction.change(Role.PROJECT_OFFICER, said.reason(), by));
        return contract;
    }

    /** The contract, if the reader sees it. */
    Contract find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Contract.class, id), reader);
    }

    /** The project first and then its contract, as everybody locks them. */
    private Contract locked(UUID id, Integer readVersion, Writer by) {
        projects.shared(Parents.of(entities, Contract.class, "project", id), by);
        var contract = Recorded.own(entities.find(Contract.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        contract.mustBe(readVersion);
        return contract;
    }

    List<Contract> list(Listing<Contract> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
