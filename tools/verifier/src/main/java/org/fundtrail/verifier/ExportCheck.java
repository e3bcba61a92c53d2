package org.fundtrail.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks a whole export: the ZIP archive, or the folder that it was unpacked to. */
final class ExportCheck {
    private static final String FORMAT = "fundtrail-export/1";
    private static final long SMALL = 1_000_000;

    private ExportCheck() {}

    static void check(Path file, List<VerifierKey> keys, Report report) throws IOException, Unreadable {
        if (Files.isDirectory(file)) {
            try (var files = new FolderSource(file)) {
                check(files, keys, report);
            }
            return;
        }
        if (!isZip(file)) {
            throw new Unreadable(Problem.NOT_A_ZIP, "file", file);
        }
        Archive.comment(file, report);
        try (var files = new ZipSource(file)) {
            check(files, keys, report);
        } catch (Unreadable e) {
            if (report.isClean()) {
                throw e;
            }
            report.found(e);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(2);
            return first.length == 2 && first[0] == 'P' && first[1] == 'K';
        }
    }

    private static void check(Source files, List<VerifierKey> keys, Report report) throws IOException, Unreadable {
        if (!files.files().containsKey("export.json")) {
            throw new Unreadable(Problem.NOT_AN_EXPORT);
        }
        Archive.manifest(files, report);
        List<?> services;
        try {
            var about = Json.object(files.bytes("export.json", SMALL));
            if (!FORMAT.equals(about.get("format")) || !(about.get("services") instanceof List<?> named)) {
                throw new Unreadable(Problem.NOT_AN_EXPORT);
            }
            report.remark("made", "at", about.get("madeAt"));
            services = named;
        } catch (IOException e) {
            report.found(Problem.FILE_BROKEN, "file", "export.json", "why", e.getMessage());
            return;
        }
        for (var service : services) {
            service(String.valueOf(service), files, keys, report);
        }
        if (services.isEmpty()) {
            throw new Unreadable(Problem.NOT_AN_EXPORT);
        }
    }

    private static void service(String name, Source files, List<VerifierKey> keys, Report report) {
        try {
            new ServiceCheck(name, files.within(name + "/"), report, keys).run();
        } catch (Unreadable e) {
            report.found(e, "service", name);
        } catch (IOException e) {
            report.found(Problem.FILE_BROKEN, "service", name, "why", e.getMessage());
        }
    }
}
