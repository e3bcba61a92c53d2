package org.fundtrail.infrastructure.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.Moments;

/** How far projects have come with what they cost, and what they will have cost in the end: all of them at once, for positions. */
@ApplicationScoped
public class Completions {

    /**
     * Of one project, with VAT, whether it comes back or not: a position compares with gross estimates.
     *
     * @param invoiced by approved invoices, paid or not
     * @param atCompletion U of all its rows, or null where it has no cost line
     * @param booked U of what its books have without a cost line
     */
    public record Completion(Money certified, Money invoiced, Money paid, Money atCompletion, Money booked) {

        /**
         * What it will have cost in the end. A project without cost lines says no budget: what it is estimated to cost counts until its
         * contracts are worth more.
         *
         * @param baseline with VAT, or null where none is chosen
         */
        public Money estimate(Money baseline) {
            if (atCompletion != null) {
                return atCompletion;
            }
            return baseline == null ? booked : booked.max(baseline);
        }
    }

    private final CostBooks books;

    Completions(CostBooks books) {
        this.books = books;
    }

    /** By project; these are all there are. */
    public Map<UUID, Completion> ofAll(Collection<UUID> projects, LocalDate day, Moments.Moment moment) {
        var sums = new HashMap<UUID, Figures>();
        var budgeted = new HashMap<UUID, Boolean>();
        for (var row : books.ofAll(projects, day, moment).rows()) {
            sums.computeIfAbsent(row.project(), project -> new Figures())
                    .add(row.worth().counted(true));
            budgeted.merge(row.project(), row.line() != null, Boolean::logicalOr);
        }
        var completions = new HashMap<UUID, Completion>();
        sums.forEach((project, sum) -> completions.put(project, completion(sum, budgeted.get(project))));
        return completions;
    }

    private static Completion completion(Figures sum, boolean hasLines) {
        var atCompletion = Columned.estimateAtCompletion(sum);
        return new Completion(
                sum.at(CostAccount.CERTIFIED),
                sum.at(CostAccount.INVOICED, CostAccount.PAID),
                sum.at(CostAccount.PAID),
                hasLines ? atCompletion : null,
                atCompletion);
    }
}
