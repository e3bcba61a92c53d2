package org.fundtrail.infrastructure.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.infrastructure.api.report.CostReportSummary;
import org.fundtrail.infrastructure.api.report.CostReportVat;
import org.fundtrail.infrastructure.api.report.CostReportView;
import org.fundtrail.infrastructure.api.report.IssuedCostReportView;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Recorded;

/**
 * A cost report of a project that was issued. What it said is kept as it was said; its day, the number of entries it was read from and its
 * hash are in the journal, so anybody can read it anew and find the same bytes.
 */
@Entity
@Table(name = "cost_report")
public class CostReport extends Recorded {
    static final String TYPE = "cost-report";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Project project;

    private int n;

    private LocalDate asOf;

    private long recorded;

    @Enumerated(EnumType.STRING)
    private CostReportVat vat;

    @Column(name = "estimate_at_completion")
    private BigDecimal estimateAtCompletion;

    private String currency;

    private String body;

    private String hash;

    protected CostReport() {}

    /**
     * @param n its place among those of the project
     * @param said what it says
     * @param body the same as canonical JSON
     */
    CostReport(Project project, int n, CostReportView said, byte[] body, Writer by) {
        super(by);
        this.project = project;
        this.n = n;
        asOf = said.asOf();
        recorded = said.recorded();
        vat = said.vat();
        estimateAtCompletion = said.totals().estimateAtCompletion().amount();
        currency = said.totals().estimateAtCompletion().currency();
        this.body = new String(body, StandardCharsets.UTF_8);
        hash = HexFormat.of().formatHex(Journal.sha256(body));
    }

    String body() {
        return body;
    }

    private Money atCompletion() {
        return new Money(estimateAtCompletion, currency);
    }

    /** It as its readers see it. */
    IssuedCostReportView view(CostReportView said, Persons persons) {
        return new IssuedCostReportView(
                id(), n, said, hash, institution(), persons.ref(recordedBy()), recordedAt(), version(), List.of());
    }

    /** It in the list of its project. */
    CostReportSummary summary(Persons persons) {
        return new CostReportSummary(
                id(), n, asOf, recorded, vat, atCompletion(), hash, persons.ref(recordedBy()), recordedAt());
    }

    @Override
    public Subject subject() {
        return new Subject(TYPE, id, project.reference() + "/" + n);
    }

    @Override
    public Subject parent() {
        return project.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(atCompletion(), project.reference());
    }

    /** The next one is compared with it. */
    @Override
    public boolean isInPositions() {
        return true;
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("project", project.reference());
        facts.put("projectId", project.id().toString());
        facts.put("n", n);
        facts.put("asOf", asOf.toString());
        facts.put("recorded", recorded);
        facts.put("vat", vat.name());
        facts.put("estimateAtCompletion", atCompletion().amount().toPlainString());
        facts.put("currency", currency);
        facts.put("hash", hash);
        return facts;
    }
}
