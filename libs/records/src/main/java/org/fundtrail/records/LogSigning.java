package org.fundtrail.records;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.common.Subject;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Checkpoints;
import org.fundtrail.journal.Checkpoints.Checkpoint;
import org.fundtrail.journal.Checkpoints.Key;
import org.fundtrail.journal.Documented;
import org.fundtrail.journal.History;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.SigningKey;
import org.fundtrail.journal.Tree;
import org.fundtrail.journal.VerifierKey;
import org.fundtrail.journal.Writer;
import org.jboss.logging.Logger;

/**
 * Signs a checkpoint of the log about once a second, if it has grown, and only of what is committed. A key that is new is introduced by an
 * entry first. Any number of processes may sign: of a size one checkpoint is kept.
 */
@ApplicationScoped
public class LogSigning {
    private static final Logger LOG = Logger.getLogger(LogSigning.class);
    /** Entries about the log itself are of no institution that people work for. */
    static final String INSTITUTION = "Fundtrail";

    static final String CLIENT = "log";

    private final Tree tree;
    private final Checkpoints checkpoints;
    private final SystemWork work;
    private final Journal journal;
    private final HistoryGuard guard;
    private final History history;
    private final Time time;
    private final SigningKey key;
    private boolean isReplaced;

    LogSigning(
            Tree tree,
            Checkpoints checkpoints,
            SystemWork work,
            Journal journal,
            HistoryGuard guard,
            History history,
            Time time,
            @ConfigProperty(name = "fundtrail.log.origin") String origin,
            @ConfigProperty(name = "fundtrail.log.private-key") Path privateKey) {
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.work = work;
        this.journal = journal;
        this.guard = guard;
        this.history = history;
        this.time = time;
        this.key = SigningKey.read(origin, privateKey);
    }

    /** A key of the log as its entry says it. */
    private record Introduced(Key key, UUID id) implements Documented {
        @Override
        public Subject subject() {
            return new Subject("log-key", id, key.verifier().hexId());
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of(
                    "name",
                    key.verifier().name(),
                    "keyId",
                    key.verifier().hexId(),
                    "publicKey",
                    Base64.getEncoder().encodeToString(key.verifier().bytes()),
                    "firstSize",
                    key.firstSize());
        }
    }

    /** The key is introduced before anybody records anything; where the database is away, in the next round. */
    void start(@Observes StartupEvent event) {
        sign();
    }

    @Scheduled(every = "${fundtrail.log.sign-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void sign() {
        try {
            guard.look(key.verifier());
            if (history.stopped().isPresent()) {
                return;
            }
            if (isInUse()) {
                signWhatHasGrown();
            }
            guard.keepNewest(key.verifier());
        } catch (RuntimeException e) {
            LOG.warn("The newest entries have no checkpoint yet; the next round will sign one", e);
        }
    }

    private boolean isInUse() {
        var keys = checkpoints.keys();
        if (keys.stream().noneMatch(known -> isOurs(known.verifier()))) {
            work.once(CLIENT, INSTITUTION, "key/" + key.verifier().hexId(), this::introduce);
            return true;
        }
        boolean replaced = !isOurs(keys.get(keys.size() - 1).verifier());
        if (replaced && !isReplaced) {
            LOG.warnf(
                    "The key %s of the log was replaced by another: this process signs no checkpoints until it is started with that",
                    key.verifier().hexId());
        }
        isReplaced = replaced;
        return !replaced;
    }

    private boolean isOurs(VerifierKey known) {
        return Arrays.equals(known.bytes(), key.verifier().bytes())
                && known.name().equals(key.verifier().name());
    }

    private void introduce(Writer by) {
        var introduced = new Introduced(new Key(key.verifier(), checkpoints.nextKeyBegins()), UUID.randomUUID());
        journal.write(Change.of(introduced, Role.SYSTEM, "log-key.introduced", by, Map.of()));
        checkpoints.introduce(introduced.key());
    }

    private void signWhatHasGrown() {
        long size = tree.size();
        if (size <= checkpoints.newest().map(Checkpoint::size).orElse(0L)) {
            return;
        }
        var root = tree.read().root(size);
        checkpoints.keep(new Checkpoint(
                size, root, key.checkpoint(size, root), key.verifier().id(), time.now()));
    }
}
