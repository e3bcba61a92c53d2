package org.fundtrail.funding.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.function.Predicate;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Page;
import org.fundtrail.common.Time;
import org.fundtrail.funding.api.claim.ClaimFigure;
import org.fundtrail.funding.api.claim.ClaimFilter;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.records.Counted;
import org.fundtrail.records.Listing;

/** The list of claims: what is asked of it, and what of a figure of the position each of them makes up. */
@ApplicationScoped
class ClaimList {
    static final Columns<ClaimView> COLUMNS = Columns.of(ClaimView.class)
            .with("reference", ClaimView::reference, Sort.text("r.reference"))
            .with("allocation", c -> c.allocation().reference())
            .with("project", c -> c.project().reference())
            .sum("claimed", ClaimView::claimed, "r.claimed")
            .sum("deducted", ClaimView::deducted, "r.deducted")
            .sum("eligible", ClaimView::eligible, "r.eligible")
            .sum("euShare", ClaimView::euShare, "r.euShare")
            .sum("nationalShare", ClaimView::nationalShare, "r.nationalShare")
            .sortedSum("share", ClaimView::share, "r.share")
            .with("offset", ClaimView::offset)
            .with("toPay", ClaimView::toPay)
            .with("currency", c -> c.share().currency())
            .with("status", ClaimView::status)
            .with("submittedOn", ClaimView::submittedOn)
            .with("day", c -> c.clock() == null ? null : c.clock().day())
            .with("due", c -> c.clock() == null ? null : c.clock().due())
            .with("paidOn", ClaimView::paidOn)
            .with("bankReference", ClaimView::bankReference)
            .with(
                    "checklistVersion",
                    c -> c.checklist() == null ? null : c.checklist().version())
            .with("answered", ClaimView::answered)
            .with("sampled", ClaimView::lookedAt)
            .with("recordedBy", c -> c.recordedBy().name())
            .with("recordedAt", ClaimView::recordedAt, Sort.moment("r.recordedAt"))
            .with("decidedBy", c -> c.decidedBy() == null ? null : c.decidedBy().name())
            .with("reason", ClaimView::reason)
            .with("counted", ClaimView::counted)
            .with("id", ClaimView::id);

    private static final Map<ClaimFigure, Counted.On> FIGURES = Map.of(
            ClaimFigure.CLAIMED, Counted.On.entriesSinceTheirs("CLAIMED", "REIMBURSED"),
            ClaimFigure.REIMBURSED, Counted.On.entriesSinceTheirs("REIMBURSED"));

    private final EntityManager entities;
    private final ClaimKind kind;
    private final Counted counted;
    private final Time time;

    ClaimList(EntityManager entities, ClaimKind kind, Counted counted, Time time) {
        this.entities = entities;
        this.kind = kind;
        this.counted = counted;
        this.time = time;
    }

    Page<ClaimView> page(ClaimFilter filter, Caller reader, String after, int limit) {
        var figure = Listing.oneOf(ClaimFigure.class, filter.counting, "counting");
        var isOfNoDay = filter.asOf == null || filter.asOf.isBlank();
        var on = FIGURES.get(figure == null ? ClaimFigure.CLAIMED : figure);
        return counted.read(isOfNoDay && figure != null ? time.today().toString() : filter.asOf, on, reader, day -> {
            var listing = listing(filter, reader, on, day);
            var rows = listing.rows(entities, after, limit);
            var views = kind.views(rows, reader, counted.of(rows, on, day));
            return listing.page(rows, limit, claim -> views.get(claim.id()));
        });
    }

    private Listing<Claim> listing(ClaimFilter filter, Caller reader, Counted.On on, Counted.Day day) {
        return within(filter, reader)
                .counted(on, day, () -> countsFor(filter, reader))
                .where("r.status = :status", "status", Listing.oneOf(ClaimStatus.class, filter.status, "status"))
                .named("r.reference", filter.reference)
                .containing(filter.q, "r.reference", "r.projectReference", "r.projectTitleEn", "r.projectTitleLt")
                .in(COLUMNS, filter.sort, "-recordedAt")
                .measured(Claim::length);
    }

    private static Listing<Claim> within(ClaimFilter filter, Caller reader) {
        return Listing.of(Claim.class, reader)
                .within(filter.allocation, "r.allocation.id", "r.allocation.terms.reference")
                .within(filter.project, "r.projectId", "r.projectReference");
    }

    /** The accounts on which the claims of an allocation and of a project count; where neither is named, all of them. */
    private Predicate<Balances.Balance> countsFor(ClaimFilter filter, Caller reader) {
        var accounts = within(filter, reader).pairs(entities, "r.allocation.id", "r.projectId");
        return at -> accounts.test(at.owner(), at.party());
    }
}
