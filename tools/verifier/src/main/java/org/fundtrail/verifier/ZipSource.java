package org.fundtrail.verifier;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a ZIP archive. */
final class ZipSource implements Source {
    private final ZipFile zip;
    private final SortedMap<String, Long> files = new TreeMap<>();

    ZipSource(Path file) throws IOException, Unreadable {
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new Unreadable(Problem.NOT_A_ZIP, "file", file);
        }
        for (var entry : Collections.list(zip.entries())) {
            if (!entry.isDirectory() && files.put(entry.getName(), entry.getSize()) != null) {
                zip.close();
                throw new Unreadable(Problem.NOT_A_ZIP, "file", file);
            }
        }
    }

    @Override
    public SortedMap<String, Long> files() {
        return files;
    }

    @Override
    public InputStream open(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new FileNotFoundException(name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
