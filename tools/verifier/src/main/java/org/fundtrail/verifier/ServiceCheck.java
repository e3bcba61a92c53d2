package org.fundtrail.verifier;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what an export has of one service: its keys and checkpoints, the log, and every table against the log. */
final class ServiceCheck {
    private static final long SMALL = 1_000_000;
    private static final Set<String> FILES =
            Set.of("export.json", "keys.json", "checkpoints.ndjson", "pending.ndjson", "tables.json");

    private final String service;
    private final Pending pending;
    private final Source files;
    private final Report report;
    private final Trust trust;
    private final Map<String, Object> about;
    private final String origin;
    private final String where;

    /** @param madeAt when the export was made, as it says */
    ServiceCheck(String service, String madeAt, Source files, Report report, Trust trust)
            throws IOException, Unreadable {
        this.service = service;
        this.files = files;
        this.report = report;
        this.trust = trust;
        where = service + "/";
        pending = new Pending(files, where, madeAt);
        about = Json.object(files.bytes("export.json", SMALL));
        origin = Tables.text(about, "origin");
    }

    /** How its log is called. */
    String origin() {
        return origin;
    }

    void run() throws IOException, Unreadable {
        var tables = KnownTables.of(service);
        KnownTables.compare(tables, files, where, report);
        mustBeOfTheService();
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
        var book = new RowBook(tables);
        var replay = replay(report, book, tables, size, checkpoints);
        keys.introduced(replay.introduced(), report, book);
        checkpoints.mustHaveMet();
        checkpoints.end(book);
        new TablesCheck(files, where, tables, book, replay.subjects(), report).run();
        if (book.isDoubtful()) {
            var silent = new Report();
            var saying = book.saying(report);
            var again = replay(silent, saying, tables, size, new Checkpoints(silent, List.of()));
            keys.introduced(again.introduced(), silent, saying);
            checkpoints.end(saying);
        }
        report.reached(service, size, pending.read());
        remark(checkpoints, replay, keys.of(size), trusted.isEmpty());
    }

    /** What lies in its folder is of the service and nothing else. */
    private void mustBeOfTheService() {
        if (!service.equals(about.get("service"))) {
            report.found(Problem.SERVICE_DIFFERS, "file", where + "export.json", "found", about.get("service"));
        }
        files.files().keySet().stream()
                .filter(name -> !FILES.contains(name) && !name.startsWith("log/") && !name.startsWith("tables/"))
                .forEach(name -> report.found(Problem.FILE_UNKNOWN, "file", where + name));
    }

    /** Goes through the log, and then through what was written since its newest checkpoint. */
    private Replay replay(Report said, Expected expected, Tables tables, long size, Checkpoints checkpoints)
            throws IOException {
        var replay = new Replay(said, expected, new Subjects(said, tables.recorded(), tables.versioned()));
        var tree = new Tree();
        var log = new TileLog(files.within("log/"), said, where + "log/", true);
        log.read(size, (position, body, leaf) -> {
            tree.add(leaf);
            checkpoints.grown(tree);
            replay.entry(position, body, leaf);
        });
        said.checked("entries", tree.size());
        pending.replay(tree.size(), replay, said);
        replay.end();
        return replay;
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
