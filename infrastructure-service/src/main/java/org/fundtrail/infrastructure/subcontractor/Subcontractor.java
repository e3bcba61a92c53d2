package org.fundtrail.infrastructure.subcontractor;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.subcontractor.OwnerView;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorTerms;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorView;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.contract.OfContract;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Identity;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.EmbeddableInstantiator;

/**
 * Who does a part of a contract for its contractor, with whoever owns or controls it in the end. It moves no money and is never changed; all of
 * them may be natural persons, so what is said of them is kept apart and entries have its hashes.
 */
@Entity
@Table(name = "subcontractor")
public class Subcontractor extends OfContract {
    /** Above this amount without VAT, in EUR, beneficial owners are recorded (Regulation (EU) 2021/1060, Annex XVII, field 24). */
    private static final BigDecimal OWNERS_ABOVE = new BigDecimal("50000.00");

    @EmbeddableInstantiator(Kept.class)
    private SubcontractorTerms terms;

    @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
    @JoinColumn(updatable = false)
    private Identity identity;

    @ManyToMany(cascade = CascadeType.PERSIST)
    @JoinTable(
            name = "subcontractor_owner",
            joinColumns = @JoinColumn(name = "subcontractor_id"),
            inverseJoinColumns = @JoinColumn(name = "identity_id"))
    @OrderColumn(name = "n")
    @BatchSize(size = 200)
    private List<Identity> beneficialOwners = new ArrayList<>();

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(SubcontractorTerms.class, "name", "identifier", "beneficialOwners");
        }
    }

    protected Subcontractor() {}

    /** @param on the day from which it is one */
    Subcontractor(SubcontractorTerms said, Contract contract, int number, LocalDate on, Writer by) {
        super(contract, "SUB", number, by);
        terms = new SubcontractorTerms(null, null, said.amount(), null, on);
        identity = new Identity(said.name(), said.identifier());
        said.beneficialOwners().forEach(one -> beneficialOwners.add(new Identity(one.name(), one.identifier())));
    }

    LocalDate on() {
        return terms.on();
    }

    private boolean lacksOwners() {
        return beneficialOwners.isEmpty() && terms.amount().amount().compareTo(OWNERS_ABOVE) > 0;
    }

    /** It as its readers see it. */
    SubcontractorView view(Persons persons) {
        return new SubcontractorView(
                id(),
                reference(),
                parent(),
                identity.id(),
                identity.name(),
                identity.identifier(),
                terms.amount(),
                beneficialOwners.stream()
                        .map(owner -> new OwnerView(owner.id(), owner.name(), owner.identifier()))
                        .toList(),
                lacksOwners(),
                on(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                version(),
                List.of());
    }

    @Override
    public Subject subject() {
        return new Subject("subcontractor", id, reference());
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(terms.amount());
    }

    @Override
    public Map<String, Object> facts() {
        return factsOf(terms)
                .instead("name", "identityId", identity.id(), "name", identity.nameFact())
                .instead("identifier", "identifier", identity.identifierFact())
                .last(
                        "beneficialOwners",
                        beneficialOwners.stream().map(Subcontractor::facts).toList())
                .asMap();
    }

    private static Map<String, Object> facts(Identity owner) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("identityId", owner.id().toString());
        facts.put("name", owner.nameFact());
        facts.put("identifier", owner.identifierFact());
        return facts;
    }
}
