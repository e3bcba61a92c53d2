package org.fundtrail.funding.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.allocation.Amendment;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.hibernate.annotations.EmbeddableInstantiator;

/** A commitment is raised, lowered or released, once somebody else approves that it is so; what is added is reserved until then. */
@Entity
@Table(name = "commitment_amendment")
public class CommitmentAmendment extends Amendment {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Commitment commitment;

    @EmbeddableInstantiator(Kept.class)
    private CommitmentAmendmentTerms terms;

    /** All of it is kept. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(CommitmentAmendmentTerms.class);
        }
    }

    protected CommitmentAmendment() {}

    CommitmentAmendment(Commitment commitment, CommitmentAmendmentTerms terms, Writer by) {
        super(by);
        this.commitment = commitment;
        say(terms, by);
    }

    /** What it says from now on; it counts from today on unless it says otherwise. */
    void say(CommitmentAmendmentTerms said, Writer by) {
        terms = new CommitmentAmendmentTerms(said.change(), said.reason(), said.on() == null ? by.today() : said.on());
    }

    Commitment commitment() {
        return commitment;
    }

    @Override
    public Money change() {
        return terms.change();
    }

    /** What it releases; not above zero where it adds. */
    Money released() {
        return Money.zero().minus(change());
    }

    @Override
    public String reason() {
        return terms.reason();
    }

    @Override
    public LocalDate on() {
        return terms.on();
    }

    /** It as its readers see it. */
    CommitmentAmendmentView view(Life life, Persons persons, Caller reader) {
        return new CommitmentAmendmentView(
                id(),
                commitment.subject(),
                commitment.allocation().subject(),
                commitment.project(),
                change(),
                reason(),
                on(),
                standing(life, persons, reader));
    }

    @Override
    public Subject subject() {
        return new Subject(
                "commitment-amendment", id, commitment.legalCommitment().reference());
    }

    @Override
    public Subject parent() {
        return commitment.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(change(), commitment.projectReference());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first(
                        "status",
                        status(),
                        "commitment",
                        commitment.legalCommitment().reference(),
                        "commitmentId",
                        commitment.id())
                .asMap();
    }
}
