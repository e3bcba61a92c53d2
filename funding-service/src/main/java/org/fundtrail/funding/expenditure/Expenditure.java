package org.fundtrail.funding.expenditure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.expenditure.Expenditures.Stands;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureType;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Facts;
import org.fundtrail.records.Recorded;

/**
 * A cost item of infrastructure-service, an invoice or a direct cost, as the books of aid know it since the first claim named it. It has the
 * item's id; its row is the lock under which its money moves, and what it comes to is as it was when that was last read.
 */
@Entity
@Table(name = "expenditure")
public class Expenditure extends Recorded {
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ExpenditureType type;

    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private UUID projectId;

    @Column(updatable = false)
    private String projectReference;

    private boolean counts;
    private BigDecimal gross;
    private BigDecimal credited;
    private BigDecimal eligible;
    private BigDecimal eligibleCredited;
    private BigDecimal euEligible;
    private int itemVersion;

    protected Expenditure() {}

    /** What it came to when that was last read. */
    public Amounts amounts() {
        return new Amounts(
                counts,
                Money.eur(gross),
                Money.eur(credited),
                Money.eur(eligible),
                Money.eur(eligibleCredited),
                Money.eur(euEligible));
    }

    /** Whether something newer is known of it than this. */
    boolean isNewerThan(ExpenditureView read) {
        return itemVersion > read.version();
    }

    /** What it comes to from now on. */
    void comesTo(Amounts now, int version) {
        counts = now.counts();
        gross = now.gross().amount();
        credited = now.credited().amount();
        eligible = now.eligible().amount();
        eligibleCredited = now.eligibleCredited().amount();
        euEligible = now.euEligible().amount();
        itemVersion = version;
    }

    /**
     * A claim gives back what it holds of it. That is free again, as far as there is still so much of it; what credit notes took back leaves
     * the books.
     *
     * @param took what the claim holds, what credit notes took back of that included
     * @param kept what its verification found not eligible
     */
    public void giveBack(
            Change change, Chain chain, UUID claim, Money took, Money kept, Credited credited, Stands stands) {
        var gone = credited.of(chain, id);
        var held = took.minus(gone);
        change.movingEitherWay(gone, chain.credited(id, claim), chain.outside(id))
                .movingEitherWay(held, chain.held(id, claim), chain.free(id, null))
                .movingEitherWay(kept, chain.kept(id, claim), chain.free(id, null));
        var free = stands.of(chain).free().plus(held).plus(kept);
        var most = stands.of(chain).without(claim, kept).freeOf(amounts().of(chain));
        change.movingEitherWay(free.minus(most), chain.free(id, null), chain.outside(id));
    }

    /** Refuses to go on where the item is not what the books know of it: what changed there is known here in a moment. */
    public void mustBe(ExpenditureView now) {
        if (!amounts().equals(Amounts.of(now))) {
            throw changed(now);
        }
    }

    /** That an item is not what a claim took over. */
    public static Refusal changed(ExpenditureView now) {
        return Refusal.of(
                FundingRule.EXPENDITURE_CHANGED,
                "number",
                now.number(),
                "status",
                now.status(),
                "eligible",
                now.eligible().toString(),
                "credited",
                now.credited().toString());
    }

    @Override
    public Subject subject() {
        return new Subject("expenditure", id, number);
    }

    @Override
    public Subject parent() {
        return new Subject("project", projectId, projectReference);
    }

    @Override
    public Map<String, Object> about() {
        return Facts.sum(amounts().eligibleLeft());
    }

    @Override
    public Map<String, Object> facts() {
        return Facts.of(amounts())
                .first("type", type, "number", number, "projectId", projectId, "projectReference", projectReference)
                .last("itemVersion", itemVersion)
                .asMap();
    }
}
