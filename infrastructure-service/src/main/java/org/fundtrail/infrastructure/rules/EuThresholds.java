package org.fundtrail.infrastructure.rules;

import java.time.LocalDate;
import java.util.List;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.costline.CostCategory;

/**
 * From which worth on, without VAT, a procurement falls under Directive 2014/24/EU (Article 4, points (a) and (b), for authorities of the
 * central government). The Commission revises the amounts every two years (Article 6).
 */
public final class EuThresholds {
    /**
     * What holds from a day on, until the next.
     *
     * @param works of works
     * @param others of supplies and services
     */
    private record Revision(LocalDate from, Money works, Money others) {
        static Revision of(int year, String works, String others) {
            return new Revision(LocalDate.of(year, 1, 1), Money.eur(works), Money.eur(others));
        }
    }

    /** The latest first. */
    private static final List<Revision> REVISIONS = List.of(
            Revision.of(2026, "5404000.00", "140000.00"),
            Revision.of(2024, "5538000.00", "143000.00"),
            Revision.of(2022, "5382000.00", "140000.00"),
            Revision.of(2020, "5350000.00", "139000.00"));

    private EuThresholds() {}

    /**
     * The threshold that was in force on a day, where a contract reaches it; null where it does not, and of days before the first that is kept
     * here.
     *
     * @param category of what is bought, or null where nothing says it: then the lower one holds, since it is stated and refuses nothing
     */
    public static Money reached(Money net, CostCategory category, LocalDate signedOn) {
        return REVISIONS.stream()
                .filter(revision -> !signedOn.isBefore(revision.from))
                .findFirst()
                .map(revision -> category == CostCategory.WORKS ? revision.works : revision.others)
                .filter(threshold -> net.compareTo(threshold) >= 0)
                .orElse(null);
    }
}
