package org.fundtrail.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes what a process says to its log file; at 10 MiB the file moves to .1, .2, .3, and the oldest goes. */
final class RotatingLog {

    private static final long MOST_BYTES = 10L * 1024 * 1024;
    private static final int KEPT = 3;
    private static final int TAIL = 20;

    private final Path file;
    private final long mostBytes;
    private final Deque<String> tail = new ArrayDeque<>();
    private OutputStream out;
    private long written;

    RotatingLog(Path file) {
        this(file, MOST_BYTES);
    }

    RotatingLog(Path file, long mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    Path file() {
        return file;
    }

    /** The last lines, for the report when the process dies. */
    synchronized List<String> tail() {
        return List.copyOf(tail);
    }

    /** Reads to the end of the stream, whatever happens to the file: a process whose words nobody reads stands still. */
    void copy(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                append(line);
            }
        } catch (IOException e) {
            // The process is gone, and its stream with it.
        } finally {
            close();
        }
    }

    private synchronized void append(String line) {
        if (tail.size() == TAIL) {
            tail.removeFirst();
        }
        tail.addLast(line);
        try {
            if (out == null || written >= mostBytes) {
                open();
            }
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            out.write(bytes);
            written += bytes.length;
        } catch (IOException diskFull) {
            close();
        }
    }

    private void open() throws IOException {
        close();
        if (Files.exists(file) && Files.size(file) >= mostBytes) {
            for (int i = KEPT; i > 1; i--) {
                if (Files.exists(numbered(i - 1))) {
                    Files.move(numbered(i - 1), numbered(i), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.move(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
        }
        out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(file);
    }

    private synchronized void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            // What could not be written is lost; the next line tries again.
        }
        out = null;
    }

    private Path numbered(int i) {
        return file.resolveSibling(file.getFileName() + "." + i);
    }
}
