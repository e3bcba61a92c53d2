package org.fundtrail.infrastructure.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Decision;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.contract.ContractCorrection;
import org.fundtrail.infrastructure.api.contract.ContractTerms;
import org.fundtrail.infrastructure.api.contract.Stage;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.costline.CostLine;
import org.fundtrail.infrastructure.costline.CostLines;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Correction;
import org.fundtrail.records.Foreign;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** What a person can do with contracts. */
@ApplicationScoped
public class Contracts {
    static final String TAKING_OVER_REVERSED = "taking-over-reversed";
    static final String RECLASSIFIED = "reclassified";

    private final EntityManager entities;
    private final Projects projects;
    private final CostLines costLines;
    private final Steps steps;
    private final Journal journal;

    Contracts(EntityManager entities, Projects projects, CostLines costLines, Steps steps, Journal journal) {
        this.entities = entities;
        this.projects = projects;
        this.costLines = costLines;
        this.steps = steps;
        this.journal = journal;
    }

    /** Proposes a contract; it counts for nothing until somebody else approves it. */
    @Transactional
    Contract record(UUID projectId, ContractTerms terms, Writer by) {
        var project = projects.shared(projectId, by);
        Values.check(terms, by.today());
        var contract = new Contract(terms, project, named(terms, project, by), by);
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
        contract.say(terms, named(terms, contract.project(), by));
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
            Worth.of(contract).sign(contract, change);
        }
        journal.write(change);
        return contract;
    }

    /** What comes after the approval, on a day that is not before it came so far. */
    @Transactional
    Contract reach(UUID id, Integer readVersion, StageStep step, String reason, LocalDate on, Writer by) {
        if (!by.caller().is(Role.PROJECT_OFFICER)) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        var contract = locked(id, readVersion, by);
        if (!step.canFollow(contract.stage(), contract.certification() != null)) {
            var at = contract.stage() == null
                    ? contract.status().name()
                    : contract.stage().name();
            throw Refusal.of(JournalRule.WRONG_STATE, "status", at, "action", step.action());
        }
        var day = on == null ? by.today() : on;
        var since = contract.stageSince();
        new Checks()
                .that(!day.isBefore(since), InputRule.END_BEFORE_START, "on", "start", since.toString())
                .done();
        journal.write(reached(contract, step, day, Role.PROJECT_OFFICER, by).because(reason));
        return contract;
    }

    /**
     * That its works are taken over, as a certificate says: to be written with the entry of that certificate.
     *
     * @param contract locked, and not taken over before
     * @param on the last day of what is certified; it is taken over later where it came later to where it is
     */
    public Change takenOver(Contract contract, LocalDate on, Writer by) {
        var since = contract.stageSince();
        return reached(contract, StageStep.TAKEN_OVER, on.isBefore(since) ? since : on, Role.APPROVER, by);
    }

    /**
     * That the certificate that took over its works is reversed: it is where it was before, from today on. To be written with the entry of that
     * certificate.
     *
     * @param contract locked, taken over and no further
     * @param stage where it was
     * @param since since when it was there
     */
    public Change notTakenOver(Contract contract, Stage stage, LocalDate since, Writer by) {
        var before = contract.facts();
        contract.reach(stage, since);
        return Change.of(contract, Role.APPROVER, "contract." + TAKING_OVER_REVERSED, by, before)
                .on(by.today());
    }

    /** That what certificates put on no cost line is divided anew among the lines that invoices name; it moves money, and nothing of it changes. */
    public static Change reclassified(Contract contract, Writer by) {
        return Change.of(contract, Role.APPROVER, "contract." + RECLASSIFIED, by, contract.facts());
    }

    private static Change reached(Contract contract, StageStep step, LocalDate on, String role, Writer by) {
        var before = contract.facts();
        contract.reach(step.to(), on);
        return Change.of(contract, role, "contract." + step.action(), by, before)
                .on(on);
    }

    private Contract.Named named(ContractTerms terms, Project project, Writer by) {
        var ofLines = new ArrayList<CostLine>();
        for (int n = 0; terms.hasSchedule() && n < terms.schedule().size(); n++) {
            ofLines.add(named(terms.schedule().get(n).costLine(), "schedule[" + n + "].costLine", project, by));
        }
        return new Contract.Named(named(terms.costLine(), "costLine", project, by), ofLines);
    }

    private CostLine named(String costLine, String field, Project project, Writer by) {
        return costLine == null ? null : costLines.named(costLine, field, project, by);
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
    public Contract find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Contract.class, id), reader);
    }

    /**
     * The id of the contract of the writer's own institution that a request names by its id or reference.
     *
     * @param field how the request calls it
     * @throws Refusal contract-unknown where there is none
     */
    public UUID named(String idOrReference, String field, Writer by) {
        var named = Named.of(idOrReference);
        var unknown = Refusal.ofField(InfrastructureRule.CONTRACT_UNKNOWN, field, "value", idOrReference);
        if (named.id() != null) {
            mustBeOwn(named.id(), by, unknown);
            return named.id();
        }
        return entities.createQuery(
                        "SELECT c.id FROM Contract c WHERE c.institution = :institution AND c.terms.reference = :reference "
                                + "AND c.status <> WITHDRAWN",
                        UUID.class)
                .setParameter("institution", by.institution())
                .setParameter("reference", named.reference())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> unknown);
    }

    /** Asked without the contract itself, which is read when it is locked. */
    private void mustBeOwn(UUID id, Writer by, Refusal absent) {
        var institution = entities.createQuery("SELECT c.institution FROM Contract c WHERE c.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> absent);
        if (!institution.equals(by.institution())) {
            throw new Foreign(absent);
        }
    }

    /** The contract, if it is of the writer's own institution, locked: what is done with it is done one after the other. */
    public Contract locked(UUID id, Writer by) {
        return locked(id, null, by);
    }

    /** The project first and then its contract, as everybody locks them. */
    public Contract locked(UUID id, Integer readVersion, Writer by) {
        projects.shared(Parents.of(entities, Contract.class, "project", id), by);
        var contract = Recorded.own(entities.find(Contract.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        contract.mustBe(readVersion);
        return contract;
    }

    List<Contract> list(Listing<Contract> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }

    /** Which balances are of contracts of a project, and of these projects; null for all. */
    Predicate<Balances.Balance> ownersOf(String project, Set<UUID> among, Caller reader) {
        var of = Listing.of(Contract.class, reader)
                .within(project, "r.project.id", "r.project.terms.reference")
                .where("r.project.id IN :members", "members", among)
                .among(entities);
        return standing -> of.test(standing.owner());
    }
}
