package org.fundtrail.verifier;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fundtrail.verifier.Fingerprints.Print;

/** Goes through all entries in their order and works out of them alone what the tables have to say. */
final class Replay {
    private static final ZoneId VILNIUS = ZoneId.of("Europe/Vilnius");

    private final Report report;
    private final Expected expected;
    private final Accounts accounts;
    private final Subjects subjects;
    private final Named named = new Named();
    private final Comments comments = new Comments();
    private final Subtrees subtrees = new Subtrees();
    private final Fingerprints places = new Fingerprints();
    private final Fingerprints requests = new Fingerprints();
    private final Map<LocalDate, long[]> days = new TreeMap<>();
    private final Map<String, Body> introduced = new LinkedHashMap<>();
    private long sealed;
    private Body last;

    Replay(Report report, Expected expected, Subjects subjects) {
        this.report = report;
        this.expected = expected;
        this.subjects = subjects;
        accounts = new Accounts(report);
    }

    Subjects subjects() {
        return subjects;
    }

    /** The entries that introduced keys, by the ids of those. */
    Map<String, Body> introduced() {
        return introduced;
    }

    /** The last entry that could be read, or null. */
    Body last() {
        return last;
    }

    /**
     * Takes the next entry.
     *
     * @param position {@link Body#NOWHERE} for one that has no place yet
     * @param bytes its body, or null where that is not there, which is said elsewhere
     */
    void entry(long position, byte[] bytes, byte[] leaf) {
        if (position != Body.NOWHERE) {
            sealed = position + 1;
            subtrees.add(leaf, String.valueOf(position), expected);
        }
        if (bytes == null) {
            return;
        }
        try {
            entry(Body.read(position, bytes), leaf);
        } catch (Unreadable e) {
            report.found(e, "entry", position);
        }
    }

    private void entry(Body body, byte[] leaf) {
        last = body;
        mustBeNew(body);
        mustUndoWhatIsThere(body);
        expected.row("journal.entry", body.text("id"), body.place(), entryRow(body, leaf));
        if (body.position != Body.NOWHERE) {
            var day = body.recordedAt.atZone(VILNIUS).toLocalDate();
            days.computeIfAbsent(day, d -> new long[] {body.position, 0})[1] = body.position;
            expected.row("journal.leaf", String.valueOf(body.position), body.place(), leafRow(body, leaf, day));
        }
        accounts.entry(body, expected);
        subjects.entry(body, expected);
        named.entry(body);
        comments.entry(body);
        if (body.text("action").equals("log-key.introduced")) {
            body.changes.stream()
                    .filter(change -> change.field().equals("keyId"))
                    .forEach(change -> introduced.put(String.valueOf(change.after()), body));
        }
        if (body.text("action").equals("log.epoch-begun")) {
            report.remark("epoch", "entry", body.place(), "at", body.text("recordedAt"), "reason", body.text("reason"));
        }
    }

    /** Ids are given once, and of each request there is one first, one second entry and so on. */
    private void mustBeNew(Body body) {
        if (!places.put(Print.of(body.text("id")), new Print(0, body.position))) {
            report.found(Problem.ENTRY_TWICE, "entry", body.place(), "record", body.text("id"));
        }
        var request = Print.of(body.request());
        long line = body.number("line");
        var before = requests.get(request);
        if (line != (before == null ? 1 : before.low() + 1)) {
            report.found(
                    Problem.LINE_OUT_OF_ORDER,
                    "entry",
                    body.place(),
                    "expected",
                    before == null ? 1 : before.low() + 1,
                    "found",
                    line);
        }
        if (!requests.put(request, new Print(0, line))) {
            requests.replace(request, new Print(0, line));
        }
    }

    private void mustUndoWhatIsThere(Body body) {
        var reverses = body.part("reverses");
        if (reverses == null) {
            return;
        }
        var place = places.get(Print.of(String.valueOf(reverses.get("id"))));
        if (place == null || !(reverses.get("position") instanceof Long position) || place.low() != position) {
            report.found(Problem.REVERSES_NOTHING, "entry", body.place(), "found", reverses.get("position"));
        }
    }

    private static Map<String, Object> entryRow(Body body, byte[] leaf) {
        var row = new LinkedHashMap<String, Object>();
        row.put("log_id", body.number("log"));
        for (var name : new String[] {"id", "actor", "client", "institution", "role", "action", "reason"}) {
            row.put(name, body.text(name));
        }
        row.put("idempotency_key", body.text("idempotencyKey"));
        row.put("line", body.number("line"));
        for (var part : new String[] {"type", "id", "reference"}) {
            row.put("subject_" + part, body.subject(part));
            row.put("parent_" + part, body.parent(part));
        }
        row.put("effective_date", body.text("effectiveDate"));
        row.put("stated_date", body.text("statedDate"));
        row.put("recorded_at", body.recordedAt);
        row.put("reverses", null); // which one it undoes is said by the body alone
        row.put("leaf_hash", Subtrees.hex(leaf));
        return row;
    }

    private static Map<String, Object> leafRow(Body body, byte[] leaf, LocalDate day) {
        var row = new LinkedHashMap<String, Object>();
        row.put("log_id", body.number("log"));
        row.put("position", body.position);
        row.put("entry_id", body.text("id"));
        row.put("leaf_hash", Subtrees.hex(leaf));
        row.put("subject_id", body.subject("id"));
        row.put("parent_id", body.parent("id"));
        row.put("actor", body.text("actor"));
        row.put("institution", body.text("institution"));
        row.put("action", body.text("action"));
        row.put("recorded_on", day.toString());
        return row;
    }

    /** After the last entry. */
    void end() {
        accounts.end(expected);
        named.end(expected);
        comments.end(expected);
        days.forEach((day, positions) -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("log_id", 1L);
            row.put("day", day.toString());
            row.put("first_position", positions[0]);
            row.put("last_position", positions[1]);
            expected.row("journal.day", day.toString(), String.valueOf(positions[1]), row);
        });
        var head = new LinkedHashMap<String, Object>();
        head.put("log_id", 1L);
        head.put("size", sealed);
        expected.row("journal.log_head", "1", String.valueOf(sealed - 1), head);
    }
}
