package org.fundtrail.verifier;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * What was written since the newest checkpoint: it is held against the tables, but nobody has signed for it. A checkpoint follows within about a
 * second, so these are few and as young as the export; where they are not, they may be invented.
 */
final class Pending {
    static final long MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String FILE = "pending.ndjson";

    private final Source files;
    private final String where;
    private final String madeAt;
    private long read;
    private long next;

    /** @param madeAt when the export was made, as it says */
    Pending(Source files, String where, String madeAt) {
        this.files = files;
        this.where = where;
        this.madeAt = madeAt;
    }

    /** How many there were. */
    long read() {
        return read;
    }

    /** Goes through them, behind so many entries of the log. */
    void replay(long size, Replay replay, Report report) throws IOException {
        read = 0;
        next = size;
        Lines.read(files, FILE, report, where, line -> {
            var body = Base64s.read(Tables.text(line, "body"));
            boolean isPlaced = line.get("position") != null;
            if (isPlaced && !Long.valueOf(next).equals(line.get("position"))) {
                report.found(Problem.PENDING_OUT_OF_ORDER, "file", where + FILE, "found", line.get("position"));
            }
            replay.entry(isPlaced ? next++ : Body.NOWHERE, body, Merkle.leaf(body));
            mustBeYoung(replay.last(), report);
            report.checked("pending", 1);
            read++;
        });
        if (read > MOST) {
            report.found(Problem.PENDING_TOO_MANY, "file", where + FILE, "found", read, "expected", MOST);
        }
    }

    private void mustBeYoung(Body body, Report report) throws Unreadable {
        if (body != null && Duration.between(body.recordedAt, made()).abs().compareTo(LONGEST) > 0) {
            report.found(
                    Problem.PENDING_TOO_LONG, "entry", body.place(), "found", body.text("recordedAt"), "at", madeAt);
        }
    }

    private Instant made() throws Unreadable {
        try {
            return Instant.parse(madeAt);
        } catch (DateTimeException e) {
            throw new Unreadable(Problem.NOT_UNDERSTOOD, "text", "madeAt: " + Texts.shortened(madeAt));
        }
    }
}
