package org.fundtrail.gateway.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fundtrail.common.ExportZip;
import org.junit.jupiter.api.Test;

/** The exports of both services become one, or none. */
class JointExportTest {
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00.123456Z");
    private static final int COMMENT = "fundtrail-export/1 sha256 ".length() + 64;

    private static byte[] export(String... files) throws IOException {
        var out = new ByteArrayOutputStream();
        var zip = new ExportZip(out, NOW);
        for (var file : files) {
            zip.file(file, "what " + file + " says");
        }
        zip.finish();
        return out.toByteArray();
    }

    private static byte[] joined(byte[] funding, byte[] infrastructure) throws IOException {
        var out = new ByteArrayOutputStream();
        new JointExport(new ByteArrayInputStream(funding), new ByteArrayInputStream(infrastructure)).write(out, NOW);
        return out.toByteArray();
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        var in = new ZipInputStream(new ByteArrayInputStream(zip));
        for (ZipEntry file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
            files.put(file.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    @Test
    void each_service_has_a_folder_and_the_list_of_files_comes_last() throws IOException {
        var files = files(joined(export("export.json", "log/checkpoint"), export("export.json")));
        assertEquals(
                List.of(
                        "README.txt",
                        "export.json",
                        "funding/export.json",
                        "funding/log/checkpoint",
                        "infrastructure/export.json",
                        "manifest.json"),
                List.copyOf(files.keySet()));
        assertEquals("what log/checkpoint says", files.get("funding/log/checkpoint"));
        assertEquals(
                "{\"format\":\"fundtrail-export/1\",\"madeAt\":\"2026-12-01T18:00:00.123456Z\",\"services\":[\"funding\",\"infrastructure\"]}\n",
                files.get("export.json"));
        assertTrue(files.get("manifest.json").contains("\"funding/log/checkpoint\",\"bytes\":24,"));
    }

    @Test
    void the_comment_says_the_hash_of_every_byte_before_it() throws IOException, NoSuchAlgorithmException {
        for (int length = 0; length < 200; length += 7) {
            var whole = joined(export("a".repeat(length + 1)), export("b"));
            var before = Arrays.copyOf(whole, whole.length - COMMENT);
            assertEquals(
                    "fundtrail-export/1 sha256 "
                            + HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(before)),
                    new String(whole, before.length, COMMENT, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void a_service_that_breaks_off_at_any_byte_breaks_the_whole_off() throws IOException {
        var funding = export("export.json", "log/checkpoint");
        var infrastructure = export("export.json");
        int manifest = new String(infrastructure, StandardCharsets.ISO_8859_1).indexOf("manifest.json");
        for (int length = 0; length < manifest; length++) {
            var out = new ByteArrayOutputStream();
            var cut = Arrays.copyOf(infrastructure, length);
            assertThrows(
                    IOException.class,
                    () -> new JointExport(new ByteArrayInputStream(funding), new ByteArrayInputStream(cut))
                            .write(out, NOW));
            assertFalse(out.toString(StandardCharsets.ISO_8859_1).contains("sha256 "), "no comment");
        }
    }
}
