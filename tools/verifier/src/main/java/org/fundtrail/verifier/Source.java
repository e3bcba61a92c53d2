package org.fundtrail.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files by their names, with slashes between folders, out of a folder or an archive; any of them is read without the others. */
interface Source extends Closeable {
    /** All there are, with their lengths. */
    SortedMap<String, Long> files();

    InputStream open(String name) throws IOException;

    /** All of a file that has to be small. */
    default byte[] bytes(String name, long most) throws IOException, Unreadable {
        var length = files().get(name);
        if (length == null) {
            throw new Unreadable(Problem.FILE_MISSING, "file", name);
        }
        if (length > most) {
            throw new Unreadable(Problem.FILE_TOO_LONG, "file", name);
        }
        try (var in = open(name)) {
            return in.readNBytes((int) most);
        }
    }

    /** What lies in a folder of it, by the names that it has there. */
    default Source within(String folder) {
        var files = new TreeMap<String, Long>();
        files().tailMap(folder).forEach((name, length) -> {
            if (name.startsWith(folder)) {
                files.put(name.substring(folder.length()), length);
            }
        });
        var whole = this;
        return new Source() {
            @Override
            public SortedMap<String, Long> files() {
                return files;
            }

            @Override
            public InputStream open(String name) throws IOException {
                return whole.open(folder + name);
            }

            @Override
            public void close() {
                // the whole is closed by who opened it
            }
        };
    }
}
