package org.fundtrail.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.common.InputRule;
import org.fundtrail.journal.Checkpoints;
import org.fundtrail.journal.Checkpoints.Checkpoint;
import org.fundtrail.journal.History;
import org.fundtrail.journal.History.Kept;
import org.fundtrail.journal.History.Stopped;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Tree;
import org.fundtrail.journal.VerifierKey;
import org.jboss.logging.Logger;

/**
 * Compares the record with the checkpoint that is kept outside of the database, at the start and before each signature. Where it does not go
 * on from that, it stops it; whoever runs Fundtrail may then begin a new epoch, with a reason, which is an entry.
 */
@ApplicationScoped
class HistoryGuard {
    private static final Logger LOG = Logger.getLogger(HistoryGuard.class);

    private final Tree tree;
    private final Checkpoints checkpoints;
    private final KeptCheckpoint kept;
    private final History history;
    private final Epochs epochs;
    private final Optional<String> reason;
    private String last;
    private Optional<Kept> reached = Optional.empty();
    private boolean isNew = true;

    HistoryGuard(
            Tree tree,
            Checkpoints checkpoints,
            KeptCheckpoint kept,
            History history,
            Epochs epochs,
            @ConfigProperty(name = "fundtrail.log.new-epoch") Optional<String> reason) {
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.kept = kept;
        this.history = history;
        this.epochs = epochs;
        this.reason = reason.filter(said -> !said.isBlank()).map(String::strip);
    }

    /**
     * Looks whether the record goes on.
     *
     * @param own the key of this process, by which a kept checkpoint may be signed though the database does not know it any more
     */
    void look(VerifierKey own) {
        var note = kept.read().or(() -> Optional.ofNullable(last));
        var mark = note.isPresent() ? read(note.get(), own) : Optional.<Kept>empty();
        var why = why(note.isPresent(), mark);
        reached = why.isEmpty() ? mark : Optional.empty(); // behind a new epoch it begins anew
        if (why.isEmpty() || epochs.isBegun(name(note, mark))) {
            history.goesOn();
            if (isNew && why.isEmpty() && reason.isPresent()) {
                LOG.warn("A new epoch was asked for, but the record goes on from what was signed: none is begun");
            }
        } else if (reason.isPresent() && isNew) {
            epochs.begin(name(note, mark), reason.get(), mark.orElse(null));
            history.goesOn();
        } else {
            stop(why.get());
        }
        isNew = false;
    }

    private void stop(Stopped why) {
        if (history.stopped().isEmpty()) {
            LOG.errorf(
                    "Nothing is recorded: the record of %d entries does not go on from the checkpoint kept in %s (%s). Put the right state "
                            + "back, or start with --new-epoch \"reason\" (FUNDTRAIL_NEW_EPOCH_REASON)",
                    why.size(),
                    kept,
                    why.kept() == null
                            ? "which is missing or cannot be read"
                            : "of " + why.kept().size() + " entries");
        }
        history.stops(why);
    }

    private Optional<Stopped> why(boolean isThere, Optional<Kept> mark) {
        long size = tree.size();
        if (mark.isEmpty()) {
            return isThere || checkpoints.newest().isPresent()
                    ? Optional.of(new Stopped(InputRule.KEPT_CHECKPOINT_MISSING, null, size))
                    : Optional.empty(); // nothing was ever signed
        }
        var was = mark.get();
        return goesOnFrom(was, size)
                ? Optional.empty()
                : Optional.of(new Stopped(InputRule.HISTORY_ROLLED_BACK, was, size));
    }

    private boolean goesOnFrom(Kept was, long size) {
        return was.size() <= size && Arrays.equals(tree.read().root(was.size()), was.root());
    }

    /** What a note says, if it is signed with a key of this log. */
    private Optional<Kept> read(String note, VerifierKey own) {
        var lines = note.split("\n", 4);
        boolean isSigned = Stream.concat(
                        Stream.of(own), checkpoints.keys().stream().map(Checkpoints.Key::verifier))
                .anyMatch(key -> key.hasSigned(note));
        if (!isSigned || lines.length < 4 || !lines[0].equals(own.name()) || !lines[1].matches("[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        return Optional.of(
                new Kept(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2])));
    }

    /** What it is that a new epoch does not go on from; an epoch that names it was begun in spite of it. */
    private String name(Optional<String> note, Optional<Kept> mark) {
        return mark.map(was -> was.size() + "/" + HexFormat.of().formatHex(was.root()))
                .or(() -> note.map(damaged -> "damaged/" + HexFormat.of().formatHex(Journal.sha256(damaged))))
                .orElseGet(() ->
                        "missing/" + checkpoints.newest().map(Checkpoint::size).orElse(0L));
    }

    /**
     * Keeps the newest checkpoint, whichever process signed it. What stands in the database in its place but was not signed by the log, or
     * goes back behind the one that is kept, does not take its place.
     */
    void keepNewest(VerifierKey own) {
        var newest = checkpoints.newest();
        if (newest.isEmpty() || newest.map(Checkpoint::note).equals(kept.read())) {
            last = newest.map(Checkpoint::note).orElse(last);
            return;
        }
        var note = newest.get().note();
        var signed = read(note, own);
        long least = reached.map(Kept::size).orElse(0L);
        if (signed.isEmpty() || signed.get().size() < least || !goesOnFrom(signed.get(), tree.size())) {
            throw new IllegalStateException("The checkpoint of " + newest.get().size()
                    + " entries in the database is none of this log: the one that is kept stays");
        }
        kept.replace(note);
        last = note;
    }
}
