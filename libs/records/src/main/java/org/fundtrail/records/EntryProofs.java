package org.fundtrail.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.fundtrail.common.Refusal;
import org.fundtrail.journal.Checkpoints;
import org.fundtrail.journal.Checkpoints.Checkpoint;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Tree;

/** Proofs of entries that need nothing else (C2SP tlog-proof). */
@ApplicationScoped
class EntryProofs {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1500);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Tree tree;
    private final Checkpoints checkpoints;

    EntryProofs(Tree tree, Checkpoints checkpoints) {
        this.tree = tree;
        this.checkpoints = checkpoints;
    }

    /** Proves the entry with this body at its position, by the newest checkpoint; waits for one that has it, about a second. */
    String of(long position, byte[] body) {
        var signed = covering(position);
        var proof = new StringBuilder("c2sp.org/tlog-proof@v1\nextra ")
                .append(Base64.getEncoder().encodeToString(body))
                .append("\nindex ")
                .append(position)
                .append('\n');
        for (var hash : tree.read().inclusion(position, signed.size())) {
            proof.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        }
        return proof.append('\n').append(signed.note()).toString();
    }

    private Checkpoint covering(long position) {
        long until = System.nanoTime() + LONGEST_WAIT.toNanos();
        do {
            Optional<Checkpoint> newest = checkpoints.newest();
            if (newest.isPresent() && newest.get().size() > position) {
                return newest.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() < until);
        throw Refusal.of(JournalRule.NOT_YET_SIGNED);
    }
}
