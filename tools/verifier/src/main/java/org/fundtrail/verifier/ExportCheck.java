package org.fundtrail.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks a whole export: the ZIP archive, or the folder that it was unpacked to. */
final class ExportCheck {
    private static final String FORMAT = "fundtrail-export/1";
    private static final long SMALL = 1_000_000;

    private ExportCheck() {}

    static void check(Path file, Trust trust, Report report) throws IOException, Unreadable {
        if (Files.isDirectory(file)) {
            try (var files = new FolderSource(file)) {
                check(files, trust, report);
            }
            return;
        }
        if (!isZip(file)) {
            throw new Unreadable(Problem.NOT_A_ZIP, "file", file);
        }
        Archive.comment(file, report);
        try (var files = new ZipSource(file)) {
            if (report.isClean()) {
                check(files, trust, report);
            } else { // which files differ is said, and what they say is not read any further
                Archive.manifest(files, report);
            }
        } catch (Unreadable e) {
            if (report.isClean()) {
                throw e;
            }
            report.found(e);
        } catch (IOException e) { // in the archive, which itself is there
            report.found(Problem.FILE_BROKEN, "file", file.getFileName(), "why", e.getMessage());
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(2);
            return first.length == 2 && first[0] == 'P' && first[1] == 'K';
        }
    }

    static void check(Source files, Trust trust, Report report) throws IOException, Unreadable {
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
        var origins = new ArrayList<String>();
        for (var service : services) {
            service(String.valueOf(service), files, trust, report, origins);
        }
        trust.mustBeOf(origins, report);
        if (services.isEmpty()) {
            throw new Unreadable(Problem.NOT_AN_EXPORT);
        }
    }

    private static void service(String name, Source files, Trust trust, Report report, List<String> origins) {
        try {
            var service = new ServiceCheck(name, files.within(name + "/"), report, trust);
            origins.add(service.origin());
            service.run();
        } catch (Unreadable e) {
            report.found(e, "service", name);
        } catch (IOException e) {
            report.found(Problem.FILE_BROKEN, "service", name, "why", e.getMessage());
        }
    }
}
