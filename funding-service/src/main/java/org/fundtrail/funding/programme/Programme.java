package org.fundtrail.funding.programme;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fundtrail.common.Period;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.programme.CostKind;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.funding.api.programme.ManagementMode;
import org.fundtrail.funding.api.programme.ProgrammeTerms;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Recorded;

/** A plan over several years, financed by one fund, that says what kinds of project its money may pay for. */
@Entity
@Table(name = "programme")
public class Programme extends Recorded {
    private String code;

    @Enumerated(EnumType.STRING)
    private Fund fund;

    private String name;

    @Enumerated(EnumType.STRING)
    private ManagementMode managementMode;

    private LocalDate periodFrom;
    private LocalDate periodTo;
    private String[] costScope;

    protected Programme() {}

    Programme(ProgrammeTerms terms, Writer by) {
        super(by);
        code = terms.code();
        fund = terms.fund();
        name = terms.name();
        managementMode = terms.managementMode();
        periodFrom = terms.period().from();
        periodTo = terms.period().to();
        costScope = EnumSet.copyOf(terms.costScope()).stream().map(Enum::name).toArray(String[]::new);
    }

    public String code() {
        return code;
    }

    public Fund fund() {
        return fund;
    }

    public String name() {
        return name;
    }

    ManagementMode managementMode() {
        return managementMode;
    }

    Period period() {
        return new Period(periodFrom, periodTo);
    }

    public List<CostKind> costScope() {
        return Arrays.stream(costScope).map(CostKind::valueOf).toList();
    }

    /** The earmark: whether its money may pay for a project of this kind. */
    public boolean mayPayFor(String kind) {
        return Set.of(costScope).contains(kind);
    }

    /** It as its readers see it. */
    ProgrammeView view(Persons persons) {
        return new ProgrammeView(
                id(),
                code(),
                fund(),
                name(),
                managementMode(),
                period(),
                costScope(),
                institution(),
                persons.ref(recordedBy()),
                recordedAt(),
                version());
    }

    @Override
    public Subject subject() {
        return new Subject("programme", id, code);
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("code", code);
        facts.put("fund", fund.name());
        facts.put("name", name);
        facts.put("managementMode", managementMode.name());
        facts.put("period.from", periodFrom.toString());
        facts.put("period.to", periodTo.toString());
        facts.put("costScope", List.of(costScope));
        return facts;
    }
}
