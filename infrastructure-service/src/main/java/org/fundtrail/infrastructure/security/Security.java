package org.fundtrail.infrastructure.security;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.security.SecurityTerms;
import org.fundtrail.infrastructure.api.security.SecurityView;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.contract.OfContract;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.hibernate.annotations.EmbeddableInstantiator;

/** What is paid when a contractor does not do what was agreed: a guarantee or an insurance, for some time. Never changed. */
@Entity
@Table(name = "security")
public class Security extends OfContract {
    @EmbeddableInstantiator(Kept.class)
    private SecurityTerms terms;

    /** What is kept of its terms: everything. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(SecurityTerms.class);
        }
    }

    protected Security() {}

    Security(SecurityTerms terms, Contract contract, int number, Writer by) {
        super(contract, "S", number, by);
        this.terms = terms;
    }

    private boolean isLive(LocalDate day) {
        return !day.isBefore(terms.from()) && !day.isAfter(terms.to());
    }

    /** It as its readers see it. */
    SecurityView view(LocalDate today, Persons persons) {
        return new SecurityView(
                id(),
                reference(),
                parent(),
                terms.kind(),
                terms.amount(),
                terms.issuer(),
                terms.from(),
                terms.to(),
                isLive(today),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                version(),
                List.of());
    }

    @Override
    public Subject subject() {
        return new Subject("security", id, reference());
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(terms.amount());
    }

    @Override
    public Map<String, Object> facts() {
        return factsOf(terms)
                .instead("from", "period.from", terms.from())
                .instead("to", "period.to", terms.to())
                .asMap();
    }
}
