package org.fundtrail.infrastructure.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Decision;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Listing;
import org.fundtrail.journal.Recorded;
import org.fundtrail.journal.Role;

/** What a person can do with contracts. */
@ApplicationScoped
public class Contracts {
    static final Map<String, Listing.Sort<Contract>> SORTS = Map.of(
            "recordedAt", new Listing.Sort<>("r.recordedAt", c -> c.recordedAt().toString(), Instant::parse),
            "reference", new Listing.Sort<>("r.reference", Contract::reference, text -> text),
            "signedOn", new Listing.Sort<>("r.signedOn", c -> c.signedOn().toString(), LocalDate::parse),
            "gross", new Listing.Sort<>("r.gross", c -> c.gross().amount().toPlainString(), BigDecimal::new));

    private final EntityManager entities;
    private final Projects projects;
    private final Journal journal;
    private final Time time;

    Contracts(EntityManager entities, Projects projects, Journal journal, Time time) {
        this.entities = entities;
        this.projects = projects;
        this.journal = journal;
        this.time = time;
    }

    /** Proposes a contract of a project; it counts for nothing until somebody else approves it. */
    @Transactional
    Contract record(UUID projectId, NewContract said, Caller by) {
        var project = projects.own(projectId, by);
        var contract = new Contract(said.checked(time.today()), project, by, time.now());
        contract.persist();
        journal.write(Change.of(
                        by,
                        Role.PROJECT_OFFICER,
                        "contract.recorded",
                        contract.subject(),
                        "Proposed the contract " + contract.reference() + " of " + contract.gross()
                                + " for the project " + project.reference())
                .within(project.subject())
                .effective(contract.signedOn())
                .changed(Map.of(), contract.facts()));
        return contract;
    }

    /** Says what a returned contract should say instead, and proposes it again. */
    @Transactional
    Contract change(UUID id, Integer readVersion, NewContract said, Caller by) {
        var contract = locked(id, by);
        contract.mustBe(readVersion);
        said.checked(time.today());
        var before = contract.facts();
        contract.change(said, by);
        journal.write(Change.of(
                        by,
                        Role.PROJECT_OFFICER,
                        "contract.changed",
                        contract.subject(),
                        "Changed the contract " + contract.reference() + " and proposed it again")
                .within(contract.project().subject())
                .effective(contract.signedOn())
                .changed(before, contract.facts()));
        return contract;
    }

    /** Approves, returns or rejects; the gross worth of an approved one is contracted. */
    @Transactional
    Contract decide(UUID id, Integer readVersion, Decision decision, Caller by) {
        var contract = locked(id, by);
        contract.mustBe(readVersion);
        decision.checked();
        var before = contract.facts();
        contract.decide(decision, by, time.now());
        var project = contract.project();
        var change = Change.of(
                        by,
                        Role.APPROVER,
                        "contract." + decision.outcome().past(),
                        contract.subject(),
                        said(decision.outcome()) + " the contract " + contract.reference() + " of " + contract.gross()
                                + " for the project " + project.reference())
                .within(project.subject())
                .because(decision.reason())
                .effective(contract.signedOn())
                .changed(before, contract.facts());
        if (decision.outcome() == Decision.Outcome.APPROVED) {
            change.moving(contract.gross(), project.signed(id), project.contracted(id));
        }
        journal.write(change);
        return contract;
    }

    private static String said(Decision.Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> "Approved";
            case RETURNED -> "Returned";
            case REJECTED -> "Rejected";
        };
    }

    /** The contract, if the reader sees it. */
    Contract find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Contract.class, id), reader);
    }

    private Contract locked(UUID id, Caller by) {
        return Recorded.own(entities.find(Contract.class, id, LockModeType.PESSIMISTIC_WRITE), by);
    }

    List<Contract> list(Listing<Contract> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
