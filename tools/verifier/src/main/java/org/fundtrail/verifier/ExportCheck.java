package org.fundtrail.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks a whole export: the ZIP archive, or the folder that it was unpacked to. */
final class ExportCheck {
    private static final String FORMAT = "fundtrail-export/1";
    private static final long SMALL = 1_000_000;
    private static final Set<String> WHOLE = Set.of("export.json", "README.txt", Archive.MANIFEST);

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
        var services = new ArrayList<String>();
        Object madeAt;
        try {
            var about = Json.object(files.bytes("export.json", SMALL));
            if (!FORMAT.equals(about.get("format")) || !(about.get("services") instanceof List<?> named)) {
                throw new Unreadable(Problem.NOT_AN_EXPORT);
            }
            madeAt = about.get("madeAt");
            report.remark("made", "at", madeAt);
            named.forEach(name -> services.add(String.valueOf(name)));
        } catch (IOException e) {
            report.found(Problem.FILE_BROKEN, "file", "export.json", "why", e.getMessage());
            return;
        }
        var origins = new ArrayList<String>();
        for (var service : services) {
            service(service, String.valueOf(madeAt), files, trust, report, origins);
        }
        mustBeOnce(services, origins, report);
        trust.mustBeOf(origins, report);
        mustBelong(files, services, report);
        if (services.isEmpty()) {
            throw new Unreadable(Problem.NOT_AN_EXPORT);
        }
    }

    /** A service is there once, and so is a log: one that stands in for another proves nothing of it. */
    private static void mustBeOnce(List<String> services, List<String> origins, Report report) {
        for (var all : List.of(services, origins)) {
            var seen = new TreeSet<String>();
            all.stream()
                    .filter(name -> !seen.add(name))
                    .forEach(name -> report.found(Problem.SERVICE_TWICE, "found", name));
        }
    }

    /** Every file is about the whole, or of a service that was checked. */
    private static void mustBelong(Source files, List<String> services, Report report) {
        for (var name : files.files().keySet()) {
            int slash = name.indexOf('/');
            if (slash < 0 ? !WHOLE.contains(name) : !services.contains(name.substring(0, slash))) {
                report.found(Problem.FILE_UNKNOWN, "file", name);
            }
        }
    }

    private static void service(
            String name, String madeAt, Source files, Trust trust, Report report, List<String> origins) {
        try {
            var service = new ServiceCheck(name, madeAt, files.within(name + "/"), report, trust);
            origins.add(service.origin());
            service.run();
        } catch (Unreadable e) {
            report.found(e, "service", name);
        } catch (IOException e) {
            report.found(Problem.FILE_BROKEN, "service", name, "why", e.getMessage());
        }
    }
}
