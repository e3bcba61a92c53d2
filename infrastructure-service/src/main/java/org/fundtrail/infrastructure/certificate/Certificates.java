package org.fundtrail.infrastructure.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.certificate.CertificateComputation;
import org.fundtrail.infrastructure.api.certificate.CertificateTerms;
import org.fundtrail.infrastructure.api.contract.Stage;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.contract.Contracts;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.Reversals;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** What a person can do with the payment certificates of a contract, one after the other under its lock. */
@ApplicationScoped
public class Certificates {
    private final EntityManager entities;
    private final Contracts contracts;
    private final Assessment assessment;
    private final Standings standings;
    private final Reclassifications reclassifications;
    private final TakingOver takingOver;
    private final TakenBack takenBack;
    private final Steps steps;
    private final Reversals reversals;
    private final Journal journal;

    Certificates(
            EntityManager entities,
            Contracts contracts,
            Assessment assessment,
            Standings standings,
            Reclassifications reclassifications,
            TakingOver takingOver,
            TakenBack takenBack,
            Steps steps,
            Reversals reversals,
            Journal journal) {
        this.entities = entities;
        this.contracts = contracts;
        this.assessment = assessment;
        this.standings = standings;
        this.reclassifications = reclassifications;
        this.takingOver = takingOver;
        this.takenBack = takenBack;
        this.steps = steps;
        this.reversals = reversals;
        this.journal = journal;
    }

    /** Computes a certificate and proposes it; it counts for nothing until somebody else approves it. */
    @Transactional
    Certificate record(UUID contractId, CertificateTerms terms, Writer by) {
        var contract = contracts.locked(contractId, null, by);
        Values.check(terms, by.today());
        mustBeNone(proposed(contract, null));
        var certificate = new Certificate(contract, by);
        say(certificate, terms, last(contract));
        var change = steps.take(certificate, CertificateStep.RECORD, null, by);
        certificate.persist();
        journal.write(change.on(certificate.periodTo()));
        return certificate;
    }

    /** Says what a returned certificate should say instead, computes it anew, and proposes it again. */
    @Transactional
    Certificate change(UUID id, Integer readVersion, CertificateTerms terms, Writer by) {
        var certificate = locked(id, readVersion, by);
        Values.check(terms, by.today());
        var before = last(certificate.contract());
        var other = proposed(certificate.contract(), id);
        var change = steps.take(certificate, CertificateStep.CHANGE, null, by);
        mustBeNone(other);
        say(certificate, terms, before);
        journal.write(change.on(certificate.periodTo()));
        return certificate;
    }

    private void say(Certificate certificate, CertificateTerms terms, Certificate before) {
        certificate.contract().mustBeInForce();
        var said = Said.of(terms, certificate.contract(), before);
        certificate.say(said, assessment.of(certificate.contract(), said, before), before);
    }

    /** What a certificate of these terms would come to now; nothing is locked or written, so it may be otherwise then. */
    @Transactional
    CertificateComputation preview(UUID contractId, CertificateTerms terms, Caller reader) {
        var contract = Recorded.own(contracts.find(contractId, reader), reader);
        contract.mustBeInForce();
        var before = last(contract);
        var assessed = assessment.of(contract, Said.of(terms, contract, before), before);
        return assessed.computation().view(terms.saysAdvance(), assessed.parameters());
    }

    /** Approves, returns or rejects, or decides on its reversal. */
    @Transactional
    Certificate decide(UUID id, Integer readVersion, Decision decision, Writer by) {
        var certificate = locked(id, readVersion, by);
        var step = Step.decided(CertificateStep.values(), decision, certificate.status());
        return taken(certificate, step, decision.reason(), null, by);
    }

    /**
     * Takes a step that says nothing but its reason and its day, which is the last of its period unless given. Approved, it is certified
     * and payable, and its works are taken over if it says so.
     */
    @Transactional
    Certificate take(UUID id, Integer readVersion, CertificateStep step, String reason, LocalDate on, Writer by) {
        return taken(locked(id, readVersion, by), step, reason, on, by);
    }

    private Certificate taken(Certificate certificate, CertificateStep step, String reason, LocalDate on, Writer by) {
        var before = step == CertificateStep.APPROVE ? last(certificate.contract()) : null;
        var change = steps.take(certificate, step, reason, by).on(on == null ? certificate.periodTo() : on);
        var changes = new ArrayList<>(List.of(change));
        if (step == CertificateStep.APPROVE) {
            changes.addAll(0, approve(certificate, before, change, by));
            if (certificate.isTakingOver() && certificate.contract().stage().compareTo(Stage.TAKEN_OVER) < 0) {
                changes.add(contracts.takenOver(certificate.contract(), certificate.periodTo(), by));
            }
        }
        if (step.isOfReversal()) {
            changes.addAll(0, reverse(certificate, step, change.on(by.today()), by));
        }
        if (step == CertificateStep.APPROVE_REVERSAL) {
            Optional.ofNullable(takingOver.undone(certificate, by)).ifPresent(changes::add);
        }
        journal.write(changes);
        return certificate;
    }

    /** The last one is undone: what it certified is contracted and not certified, as if it had not been there, from today on. */
    private List<Change> reverse(Certificate certificate, CertificateStep step, Change change, Writer by) {
        if (step != CertificateStep.REFUSE_REVERSAL) {
            reversals.mustBearNothing(certificate);
            takingOver.mustBeTheLast(certificate);
        }
        if (step != CertificateStep.APPROVE_REVERSAL) {
            return List.of();
        }
        var standing = standings.of(certificate.contract());
        certificate.countsNoMore();
        reversals.mirrored(change, certificate, CertificateStep.APPROVE.past());
        return reclassifications.reversing(certificate, standing, by);
    }

    /** What goes with it of what invoices put on cost lines that they name. */
    private List<Change> approve(Certificate certificate, Certificate before, Change change, Writer by) {
        var contract = certificate.contract();
        var said = certificate.said();
        var now = assessment.of(contract, said, before);
        var then = certificate.computation();
        if (!now.computation().equals(then)) {
            throw Refusal.of(
                    InfrastructureRule.CERTIFICATE_OUTDATED,
                    "payable",
                    then.payable().toString(),
                    "now",
                    now.computation().payable().toString());
        }
        var standing = standings.of(contract);
        var books = Assessment.books(contract, standing);
        var shares = certificate.isOfAdvance()
                ? Shares.ofAdvance(then, books)
                : Shares.of(
                        then,
                        said.works(contract, books.rows()),
                        now.parameters().advance(),
                        now.parameters().vatRate(),
                        books);
        certificate.counts(n(certificate, before), books.rows(), shares);
        Postings.of(certificate, shares, books.rows(), change);
        takenBack.of(certificate, change);
        return reclassifications.certifying(certificate, shares, standing, by);
    }

    private static int n(Certificate certificate, Certificate before) {
        return certificate.isOfAdvance() ? 0 : before == null ? 1 : before.n() + 1;
    }

    private static void mustBeNone(Certificate proposed) {
        if (proposed != null) {
            throw Refusal.of(InfrastructureRule.CERTIFICATE_ALREADY_PROPOSED, "certificate", proposed.reference());
        }
    }

    /** The one of the contract that waits for a decision, this one besides, or null. */
    private Certificate proposed(Contract contract, UUID besides) {
        return entities
                .createQuery(
                        "FROM Certificate c WHERE c.contract = :contract AND c.status = :proposed", Certificate.class)
                .setParameter("contract", contract)
                .setParameter("proposed", ApprovalStatus.PROPOSED)
                .getResultList()
                .stream()
                .filter(c -> !c.id().equals(besides))
                .findFirst()
                .orElse(null);
    }

    /** The last approved one of the contract, or null. */
    private Certificate last(Contract contract) {
        return entities
                .createQuery(
                        "FROM Certificate c WHERE c.contract = :contract AND c.n IS NOT NULL ORDER BY c.n DESC",
                        Certificate.class)
                .setParameter("contract", contract)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The certificate, if the reader sees it. */
    public Certificate find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(Certificate.class, id), reader);
    }

    /** The contract, if the reader sees it. */
    Contract contract(UUID id, Caller reader) {
        return contracts.find(id, reader);
    }

    /** The contract first and then its certificate, as everybody locks them. */
    private Certificate locked(UUID id, Integer readVersion, Writer by) {
        contracts.locked(Parents.of(entities, Certificate.class, "contract", id), null, by);
        var certificate =
                Recorded.own(entities.find(Certificate.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
        certificate.mustBe(readVersion);
        return certificate;
    }

    List<Certificate> list(Listing<Certificate> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
