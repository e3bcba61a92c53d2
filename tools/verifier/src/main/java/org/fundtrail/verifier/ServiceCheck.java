package org.fundtrail.verifier;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Checks what an export has of one service: its keys and checkpoints, the log, and every table against the log. */
final class ServiceCheck {
    private static final long SMALL = 1_000_000;
    private static final String VERSIONS = "journal.version";

    private final String service;
    private final Source files;
    private final Report report;
    private final Trust trust;
    private final Map<String, Object> about;
    private final String origin;
    private final String where;

    ServiceCheck(String service, Source files, Report report, Trust trust) throws IOException, Unreadable {
        this.service = service;
        this.files = files;
        this.report = report;
        this.trust = trust;
        where = service + "/";
        about = Json.object(files.bytes("export.json", SMALL));
        origin = Tables.text(about, "origin");
    }

    /** How its log is called. */
    String origin() {
        return origin;
    }

    void run() throws IOException, Unreadable {
        var keys = Keys.read(files, origin, report);
        var trusted = trust.keysOf(origin);
        if (trusted.isEmpty() && !trust.keys().isEmpty()) {
            report.found(Problem.NO_KEY_GIVEN, "origin", origin);
        }
        var checkpoints = new Checkpoints(report, trust.earlierOf(origin));
        checkpoints.read(files, where, origin, keys, trusted);
        long size = checkpoints.newest() == null ? 0 : checkpoints.newest().size();
        if (!Long.valueOf(size).equals(about.get("size"))) {
            report.found(
                    Problem.SIZE_DIFFERS, "file", where + "export.json", "expected", size, "found", about.get("size"));
        }
        var tables = Tables.read(files);
        var versioned = versioned(tables);
        var book = new RowBook(tables);
        var replay = replay(report, book, tables, versioned, size, checkpoints);
        keys.introduced(replay.introduced(), report, book);
        checkpoints.mustHaveMet();
        checkpoints.end(book);
        new TablesCheck(files, where, tables, book, replay.subjects(), report).run();
        if (book.isDoubtful()) {
            var silent = new Report();
            var saying = book.saying(report);
            var again = replay(silent, saying, tables, versioned, size, new Checkpoints(silent, List.of()));
            keys.introduced(again.introduced(), silent, saying);
            checkpoints.end(saying);
        }
        remark(checkpoints, replay, keys.of(size), trusted.isEmpty());
    }

    /** Goes through the log, and then through what was written since its newest checkpoint. */
    private Replay replay(
            Report said,
            Expected expected,
            Tables tables,
            TreeSet<String> versioned,
            long size,
            Checkpoints checkpoints)
            throws IOException {
        var replay = new Replay(said, expected, new Subjects(said, tables.recorded(), versioned));
        var tree = new Tree();
        var log = new TileLog(files.within("log/"), said, where + "log/", true);
        log.read(size, (position, body, leaf) -> {
            tree.add(leaf);
            checkpoints.grown(tree);
            replay.entry(position, body, leaf);
        });
        said.checked("entries", tree.size());
        var next = new long[] {tree.size()};
        Lines.read(files, "pending.ndjson", said, where, line -> {
            var body = Base64s.read(Tables.text(line, "body"));
            boolean isPlaced = line.get("position") != null;
            if (isPlaced ? !Long.valueOf(next[0]).equals(line.get("position")) : next[0] < 0) {
                said.found(
                        Problem.PENDING_OUT_OF_ORDER, "file", where + "pending.ndjson", "found", line.get("position"));
            }
            replay.entry(isPlaced ? next[0]++ : Body.NOWHERE, body, Merkle.leaf(body));
            said.checked("pending", 1);
        });
        replay.end();
        return replay;
    }

    /** The types of records of which versions are kept: those that the export names, and those of the versions that there are. */
    private TreeSet<String> versioned(Tables tables) throws IOException {
        var types = new TreeSet<>(tables.versioned());
        var table = tables.of(VERSIONS);
        if (table != null) {
            Lines.read(files, table.file(), new Report(), where, row -> types.add(String.valueOf(row.get("type"))));
        }
        return types;
    }

    private void remark(Checkpoints checkpoints, Replay replay, VerifierKey key, boolean isOwnKey) {
        var newest = checkpoints.newest();
        if (newest == null) {
            return;
        }
        report.remark(
                "until",
                "service",
                service,
                "origin",
                newest.origin(),
                "size",
                newest.size(),
                "at",
                replay.last() == null ? "" : replay.last().text("recordedAt"),
                "signedAt",
                checkpoints.signedAt(),
                "words",
                newest.words());
        if (isOwnKey && key != null) {
            report.remark("own-key", "service", service, "key", key.text(), "words", key.words());
        }
    }
}
