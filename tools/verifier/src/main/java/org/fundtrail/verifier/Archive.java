package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What holds an export together: the hash of the whole archive in its comment, and the list of its files with their hashes. */
final class Archive {
    static final String MANIFEST = "manifest.json";
    private static final String COMMENT = "fundtrail-export/1 sha256 ";
    private static final int COMMENT_LENGTH = COMMENT.length() + 64;
    private static final long LARGEST_MANIFEST = 50_000_000;

    private Archive() {}

    /** Every byte of the file before the text of its comment is in the hash that the comment says. */
    static void comment(Path file, Report report) throws IOException {
        long length = Files.size(file);
        var comment = new byte[COMMENT_LENGTH];
        if (length > COMMENT_LENGTH) {
            try (var end = new RandomAccessFile(file.toFile(), "r")) {
                end.seek(length - COMMENT_LENGTH);
                end.readFully(comment);
            }
        }
        var said = new String(comment, ISO_8859_1);
        if (!said.startsWith(COMMENT)) {
            report.found(Problem.NO_COMMENT, "file", file.getFileName());
            return;
        }
        var digest = Merkle.digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            var buffer = new byte[1 << 16];
            for (long left = length - COMMENT_LENGTH; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                left -= read;
            }
        }
        if (!said.substring(COMMENT.length()).equals(HexFormat.of().formatHex(digest.digest()))) {
            report.found(Problem.ARCHIVE_ALTERED, "file", file.getFileName());
        }
    }

    /** Each file that the manifest lists is there with its bytes, and no other. */
    static void manifest(Source files, Report report) throws IOException {
        var listed = new TreeMap<String, Map<?, ?>>();
        try {
            for (var one : Tables.maps(
                    Json.object(files.bytes(MANIFEST, LARGEST_MANIFEST)).get("files"))) {
                if (listed.put(Tables.text(one, "name"), one) != null) {
                    report.found(Problem.MANIFEST_DIFFERS, "file", one.get("name"));
                }
            }
        } catch (Unreadable e) {
            report.found(e, "file", MANIFEST);
            return;
        }
        for (var name : files.files().keySet()) {
            var said = listed.remove(name);
            if (said == null && !name.equals(MANIFEST)) {
                report.found(Problem.FILE_UNKNOWN, "file", name);
            } else if (said != null) {
                compare(files, name, said, report);
            }
        }
        listed.keySet().forEach(name -> report.found(Problem.FILE_MISSING, "file", name));
    }

    private static void compare(Source files, String name, Map<?, ?> said, Report report) {
        try (InputStream in = files.open(name)) {
            var digest = Merkle.digest();
            var buffer = new byte[1 << 16];
            long length = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                length += read;
            }
            if (!Long.valueOf(length).equals(said.get("bytes"))
                    || !HexFormat.of().formatHex(digest.digest()).equals(said.get("sha256"))) {
                report.found(Problem.MANIFEST_DIFFERS, "file", name);
            }
            report.checked("files", 1);
        } catch (IOException e) {
            report.found(Problem.FILE_BROKEN, "file", name, "why", e.getMessage());
        }
    }
}
