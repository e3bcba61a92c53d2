package org.fundtrail.funding.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.programme.CostKind;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.funding.api.programme.ProgrammeCorrection;
import org.fundtrail.funding.api.programme.ProgrammeTerms;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Recorded;
import org.hibernate.annotations.EmbeddableInstantiator;

/** A plan over several years, financed by one fund, that says what kinds of project its money may pay for. */
@Entity
@Table(name = "programme")
public class Programme extends Recorded {
    private static final List<String> ALL =
            List.of("code", "fund", "name", "managementMode", "period.from", "period.to", "costScope");

    @EmbeddableInstantiator(Kept.class)
    private ProgrammeTerms terms;

    private String[] costScope;

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(ProgrammeTerms.class, "costScope");
        }
    }

    protected Programme() {}

    Programme(ProgrammeTerms terms, Writer by) {
        super(by);
        this.terms = terms;
        costScope = named(terms.costScope());
    }

    private static String[] named(List<CostKind> scope) {
        return EnumSet.copyOf(scope).stream().map(Enum::name).toArray(String[]::new);
    }

    /** The fields that may be corrected: of one that an allocation names, what decides no money. */
    static List<String> corrections(boolean isUsed) {
        return isUsed ? List.of("name") : ALL;
    }

    /** What it should have said. */
    void correct(ProgrammeCorrection said) {
        terms = said.of(terms);
        if (said.costScope() != null && !said.costScope().isEmpty()) {
            costScope = named(said.costScope());
        }
    }

    public String code() {
        return terms.code();
    }

    public Fund fund() {
        return terms.fund();
    }

    public String name() {
        return terms.name();
    }

    public List<CostKind> costScope() {
        return Arrays.stream(costScope).map(CostKind::valueOf).toList();
    }

    /** The earmark: whether its money may pay for a project of this kind. */
    public boolean mayPayFor(String kind) {
        return Set.of(costScope).contains(kind);
    }

    /** It as its readers see it. */
    ProgrammeView view(List<String> corrections, Persons persons) {
        return new ProgrammeView(
                id(),
                code(),
                fund(),
                name(),
                terms.managementMode(),
                terms.period(),
                costScope(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                version(),
                corrections);
    }

    /** An allocation counts on what it said then, and positions say what it is called. */
    @Override
    public boolean isInPositions() {
        return true;
    }

    @Override
    public Subject subject() {
        return new Subject("programme", id, code());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms).last("costScope", List.of(costScope)).asMap();
    }
}
