package org.fundtrail.funding.costoption;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Money;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.api.commitment.CommitmentProject;
import org.fundtrail.funding.api.commitment.ProjectTitle;
import org.fundtrail.funding.api.costoption.CostOptionTerms;
import org.fundtrail.funding.api.costoption.CostOptionType;
import org.fundtrail.funding.api.costoption.CostOptionView;
import org.fundtrail.funding.api.costoption.FlatRateBasis;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Facts;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.KeptTerms;
import org.fundtrail.records.Life;
import org.fundtrail.records.Stepped;
import org.hibernate.annotations.EmbeddableInstantiator;

/**
 * What of a project's costs is claimed from an allocation without invoices: a unit cost, a lump sum, a flat rate or operating support, each by
 * a decision of its own (CPR 53-56). Claims draw on it once it is approved, and all of them together no more than it comes to.
 */
@Entity
@Table(name = "cost_option")
public class CostOption extends Stepped {
    @Enumerated(EnumType.STRING)
    private ApprovalStatus status;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(updatable = false)
    private Allocation allocation;

    /** Which of its allocation's it is. */
    @Column(updatable = false)
    private int n;

    @Column(updatable = false)
    private String reference;

    private UUID projectId;
    private String projectTitleEn;
    private String projectTitleLt;
    private String projectKind;

    private BigDecimal unitRate;
    private BigDecimal quantity;
    private BigDecimal percent;

    /** The project by its reference, and of every kind the amount that it comes to. */
    @EmbeddableInstantiator(Kept.class)
    private CostOptionTerms terms;

    /** What is kept of its terms. */
    static final class Kept extends KeptTerms {
        Kept() {
            super(CostOptionTerms.class, "allocation", "rate", "quantity", "percent");
        }
    }

    protected CostOption() {}

    CostOption(Allocation allocation, int n, CostOptionTerms terms, ProjectView project, Writer by) {
        super(by);
        this.allocation = allocation;
        this.n = n;
        reference = allocation.reference() + "/SCO" + n;
        say(terms, project);
    }

    /** What it says from now on. */
    void say(CostOptionTerms said, ProjectView project) {
        projectId = project.id();
        projectTitleEn = project.title().en();
        projectTitleLt = project.title().lt();
        projectKind = project.kind().name();
        unitRate = said.rate() == null ? null : said.rate().amount();
        quantity = said.quantity() == null ? null : new BigDecimal(said.quantity());
        percent = said.part();
        terms = new CostOptionTerms(
                null,
                project.reference(),
                said.kind(),
                said.title(),
                said.decision(),
                said.unit(),
                null,
                null,
                said.comesTo(),
                said.trigger(),
                said.basis(),
                null);
    }

    /** Refuses to be claimed before it is approved, or from another allocation or for another project than its own. */
    public void mustBeClaimable(Allocation from, UUID project, String field) {
        if (!allocation.id().equals(from.id()) || !projectId.equals(project)) {
            throw Refusal.ofField(
                    FundingRule.COST_OPTION_OF_ANOTHER,
                    field,
                    "reference",
                    reference,
                    "project",
                    terms.project(),
                    "allocation",
                    allocation.reference());
        }
        if (status != ApprovalStatus.APPROVED) {
            throw Refusal.ofField(
                    FundingRule.COST_OPTION_NOT_APPROVED, field, "reference", reference, "status", status.name());
        }
    }

    /** Whether a request that names it so means it. */
    boolean isCalled(String idOrReference) {
        var named = Named.of(idOrReference);
        return id.equals(named.id()) || reference.equals(named.reference());
    }

    @Override
    public ApprovalStatus status() {
        return status;
    }

    @Override
    protected void become(Enum<?> next) {
        status = (ApprovalStatus) next;
    }

    Allocation allocation() {
        return allocation;
    }

    public String reference() {
        return reference;
    }

    public CostOptionType kind() {
        return terms.kind();
    }

    public String title() {
        return terms.title();
    }

    /** From when it counts. */
    public LocalDate decidedOn() {
        return terms.decision().date();
    }

    public String unit() {
        return terms.unit();
    }

    /** What one unit is paid with; null of what is no unit cost. */
    public Money rate() {
        return unitRate == null ? null : Money.eur(unitRate);
    }

    /** How much all claims together can have of it. */
    public Money amount() {
        return terms.amount();
    }

    /** Of which costs it is a part; null of what is no flat rate. */
    public FlatRateBasis basis() {
        return terms.basis();
    }

    /** How large a part, in percent; null of what is no flat rate. */
    public BigDecimal percent() {
        return plain(percent);
    }

    /** Without the zeros that its column adds. */
    private static BigDecimal plain(BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** It as its readers see it. */
    CostOptionView view(Entitlement stands, Life life, Persons persons, Caller reader) {
        return new CostOptionView(
                id(),
                reference,
                allocation.subject(),
                new CommitmentProject(
                        projectId, terms.project(), new ProjectTitle(projectTitleEn, projectTitleLt), projectKind),
                kind(),
                title(),
                terms.decision(),
                unit(),
                rate(),
                plain(quantity),
                amount(),
                terms.trigger(),
                basis(),
                percent(),
                stands.left(),
                stands.drawn(),
                stands.notEligible(),
                standing(CostOptionStep.values(), life, persons, reader));
    }

    @Override
    public Subject subject() {
        return new Subject("cost-option", id, reference);
    }

    @Override
    public Subject parent() {
        return allocation.subject();
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(amount(), terms.project());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(terms)
                .first("status", status, "n", n, "reference", reference)
                .instead("allocation", "allocation", allocation.reference(), "allocationId", allocation.id())
                .after(
                        "project",
                        "projectId",
                        projectId,
                        "projectTitle.en",
                        projectTitleEn,
                        "projectTitle.lt",
                        projectTitleLt,
                        "projectKind",
                        projectKind)
                .instead("rate", "unitRate", unitRate == null ? null : unitRate.toPlainString())
                .instead("quantity", "quantity", quantity)
                .instead("percent", "percent", percent)
                .asMap();
    }
}
