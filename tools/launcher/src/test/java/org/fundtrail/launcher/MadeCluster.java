package org.fundtrail.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A data folder after its first start, of which tests take a copy that are not about the first start: unpacking PostgreSQL takes a while. */
final class MadeCluster {
    /** What tests lock that start a PostgreSQL: the library that does it has one folder for its programs at a time. */
    static final String ONE_AT_A_TIME = "PostgreSQL";

    private static Path made;

    private MadeCluster() {}

    /** A data folder at this place, as a first start that was stopped has left it. */
    static DataFolder at(Path place) {
        var data = DataFolder.take(place);
        try {
            for (Path part : List.of(data.runtime(), data.secrets(), data.postgres())) {
                copy(made().resolve(part.getFileName()), part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data;
    }

    private static synchronized Path made() throws IOException {
        if (made == null) {
            Path folder = Files.createTempDirectory("fundtrail-made");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Path first = folder.resolve("first");
            try (DataFolder data = DataFolder.take(first)) {
                Database.start(Settings.of(folder, Map.of()), data, new Secrets(data.secrets()))
                        .close();
            }
            // Where it was, the library would find its programs for ever, and unpack none for anybody.
            made = Files.move(first, folder.resolve("made"));
        }
        return made;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copied = to.resolve(from.relativize(path));
                if (!Files.isDirectory(copied)) {
                    Files.copy(path, copied, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
