package org.fundtrail.funding.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.claim.Claim;
import org.fundtrail.funding.claim.OnReturn;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Reversals;
import org.fundtrail.records.Steps;

/** What was kept back from a claim that comes back is due again: it was paid by nobody. */
@ApplicationScoped
class OffsetReleases implements OnReturn {
    private final EntityManager entities;
    private final Steps steps;
    private final Reversals reversals;

    OffsetReleases(EntityManager entities, Steps steps, Reversals reversals) {
        this.entities = entities;
        this.steps = steps;
        this.reversals = reversals;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> cameBack(Claim claim, Set<UUID> locked, String reason, Writer by) {
        var system = Writer.system("claims", by.institution(), by.key(), by.at());
        return entities
                .createQuery("FROM Recovery r WHERE r.offsetClaim.id = :claim ORDER BY r.id", Recovery.class)
                .setParameter("claim", claim.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .map(recovery -> released(recovery, locked, reason, system))
                .toList();
    }

    /** Moves back what the offset moved. Whatever of it is claimed or committed elsewhere by now has to come back first. */
    private Change released(Recovery recovery, Set<UUID> locked, String reason, Writer system) {
        if (!locked.contains(recovery.claim().id())) { // offset since the claims were locked
            throw Refusal.of(JournalRule.RIVALS);
        }
        var change = steps.take(recovery, RecoveryStep.RELEASE_OFFSET, reason, system);
        recovery.due();
        return reversals.mirrored(change, recovery, RecoveryStep.OFFSET.past());
    }
}
