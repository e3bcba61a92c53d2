package org.fundtrail.common;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An export as a ZIP that is written as it is read, file by file: nothing of it is kept but what each file is called, how long it is and its
 * SHA-256, which the last file says. The comment of the ZIP says the SHA-256 of every byte before it, so that each counts. Without
 * {@link #finish} there is neither: a broken export is never taken for a whole one.
 */
public final class ExportZip {
    public static final String FORMAT = "fundtrail-export/1";
    /** The last file. */
    public static final String MANIFEST = "manifest.json";

    private static final String COMMENT = FORMAT + " sha256 ";
    private static final int HEX_OF_SHA256 = 64;

    private record Written(String name, long bytes, String sha256) {}

    /** Hands on all but the last bytes, which are the comment: in its place comes what is to be said of those before. */
    private static final class Commented extends FilterOutputStream {
        private final MessageDigest digest = sha256();
        private final byte[] last = new byte[COMMENT.length() + HEX_OF_SHA256];
        private int held;

        Commented(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int leaving = Math.max(0, held + length - last.length);
            int ofHeld = Math.min(held, leaving);
            pass(last, 0, ofHeld);
            System.arraycopy(last, ofHeld, last, 0, held - ofHeld);
            held -= ofHeld;
            int ofNew = leaving - ofHeld;
            pass(bytes, from, ofNew);
            System.arraycopy(bytes, from + ofNew, last, held, length - ofNew);
            held += length - ofNew;
        }

        private void pass(byte[] bytes, int from, int length) throws IOException {
            digest.update(bytes, from, length);
            out.write(bytes, from, length);
        }

        void end() throws IOException {
            out.write((COMMENT + HexFormat.of().formatHex(digest.digest())).getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }

    private final Commented commented;
    private final ZipOutputStream zip;
    private final Instant madeAt;
    private final List<Written> written = new ArrayList<>();

    /** @param madeAt which every file is dated with */
    public ExportZip(OutputStream out, Instant madeAt) {
        commented = new Commented(out);
        zip = new ZipOutputStream(commented, StandardCharsets.UTF_8);
        this.madeAt = madeAt;
    }

    /** What writes a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public void file(String name, Content content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(madeAt.toEpochMilli());
        zip.putNextEntry(entry);
        var digest = sha256();
        var counted = new Counted(new DigestOutputStream(zip, digest));
        content.writeTo(counted);
        zip.closeEntry();
        written.add(new Written(name, counted.count, HexFormat.of().formatHex(digest.digest())));
    }

    public void file(String name, byte[] content) throws IOException {
        file(name, out -> out.write(content));
    }

    public void file(String name, String content) throws IOException {
        file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The list of what was written and the comment: only with them it is whole. */
    public void finish() throws IOException {
        file(MANIFEST, out -> {
            var comma = "{\"files\":[";
            for (var file : List.copyOf(written)) {
                out.write((comma + "{\"name\":\"" + file.name() + "\",\"bytes\":" + file.bytes() + ",\"sha256\":\""
                                + file.sha256() + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
                comma = ",\n";
            }
            out.write("]}\n".getBytes(StandardCharsets.UTF_8));
        });
        var filled = new char[HEX_OF_SHA256];
        Arrays.fill(filled, '0');
        zip.setComment(COMMENT + new String(filled));
        zip.finish();
        commented.end();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts, and is never closed by whoever writes into it. */
    private static final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }

        @Override
        public void close() {
            // the next file goes into the same
        }
    }
}
