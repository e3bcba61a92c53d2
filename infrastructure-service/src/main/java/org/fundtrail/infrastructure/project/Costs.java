package org.fundtrail.infrastructure.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.estimate.Baseline;
import org.fundtrail.infrastructure.estimate.Baselines;
import org.fundtrail.infrastructure.estimate.Estimate;
import org.fundtrail.infrastructure.estimate.Estimates;
import org.fundtrail.journal.Balances;

/** What projects cost: the baseline that counts today and what is contracted, read for a whole list at once. */
@ApplicationScoped
public class Costs {

    /**
     * Of one project.
     *
     * @param baseline the estimate that counts, or null
     * @param contracted gross worth of its approved contracts
     * @param estimated whether there is an estimate to choose from
     * @param proposed another choice of baseline that waits for a decision, or null
     */
    public record Cost(Estimate baseline, Money contracted, boolean estimated, Baseline proposed) {

        /** What is contracted, and this besides, above the baseline with VAT; null within it and without a baseline. */
        public Money overrun(Money besides) {
            if (baseline == null) {
                return null;
            }
            var over = contracted.plus(besides).minus(baseline.gross());
            return over.isPositive() ? over : null;
        }
    }

    private final Estimates estimates;
    private final Baselines chosen;
    private final Balances balances;
    private final Time time;

    Costs(Estimates estimates, Baselines chosen, Balances balances, Time time) {
        this.estimates = estimates;
        this.chosen = chosen;
        this.balances = balances;
        this.time = time;
    }

    /** By project. */
    public Map<UUID, Cost> of(Collection<UUID> projects) {
        var baselines = chosen.counting(projects, time.today());
        var proposed = chosen.proposed(projects);
        var estimated = estimates.withEstimates(projects);
        var signed = balances.keptFor(projects, CostAccount.SIGNED.name());
        var costs = new HashMap<UUID, Cost>();
        for (var project : projects) {
            var contracted =
                    Money.eur(signed.getOrDefault(project, BigDecimal.ZERO).negate());
            costs.put(
                    project,
                    new Cost(baselines.get(project), contracted, estimated.contains(project), proposed.get(project)));
        }
        return costs;
    }
}
