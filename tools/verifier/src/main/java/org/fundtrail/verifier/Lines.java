package org.fundtrail.verifier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/** The lines of a file, each an object of JSON, read one after the other. */
final class Lines {
    private static final int LONGEST = 64_000_000;

    /** Hears of each line. */
    interface Listener {
        void line(Map<String, Object> said) throws IOException, Unreadable;
    }

    private Lines() {}

    /** Reads a file; a line that cannot be read is said, and those behind it are read all the same. */
    static void read(Source files, String name, Report report, String where, Listener listener) throws IOException {
        if (!files.files().containsKey(name)) {
            report.found(Problem.FILE_MISSING, "file", where + name);
            return;
        }
        try (var in = new BufferedInputStream(files.open(name), 1 << 16)) {
            var line = new ByteArrayOutputStream();
            long n = 1;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    take(line.toByteArray(), n++, report, where + name, listener);
                    line.reset();
                } else if (line.size() < LONGEST) {
                    line.write(b);
                }
            }
            if (line.size() > 0) {
                report.found(Problem.LINE_CUT_OFF, "file", where + name, "line", n);
            }
        }
    }

    private static void take(byte[] line, long n, Report report, String file, Listener listener) throws IOException {
        try {
            listener.line(Json.object(line));
        } catch (Unreadable e) {
            report.found(e, "file", file, "line", n);
        }
    }
}
