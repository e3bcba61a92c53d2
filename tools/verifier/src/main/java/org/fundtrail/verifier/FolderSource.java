package org.fundtrail.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a folder of this machine. */
final class FolderSource implements Source {
    private final Path folder;
    private final SortedMap<String, Long> files = new TreeMap<>();

    FolderSource(Path folder) throws IOException {
        this.folder = folder;
        try (var all = Files.walk(folder)) {
            for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.size(file));
            }
        }
    }

    @Override
    public SortedMap<String, Long> files() {
        return files;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
