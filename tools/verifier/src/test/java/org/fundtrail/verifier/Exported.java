package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of an export of a small world, made honestly of what its database and its log say. */
final class Exported {
    private static final String SERVICE = "things/";

    private Exported() {}

    static SortedMap<String, byte[]> files(SmallWorld world) {
        var files = new TreeMap<String, byte[]>();
        put(files, "README.txt", "An export");
        var about =
                Row.of("format", "fundtrail-export/1", "madeAt", "2026-06-01T00:00:00Z", "services", List.of("things"));
        put(files, "export.json", json(about));
        var its = Row.of("service", "things", "origin", world.signer.name(), "size", size(world), "schema", "things");
        put(files, SERVICE + "export.json", json(its));
        put(files, SERVICE + "keys.json", json(Map.of("items", keys(world))));
        put(files, SERVICE + "checkpoints.ndjson", lines(world.checkpoints));
        put(files, SERVICE + "tables.json", tables());
        world.tables.forEach((name, rows) -> {
            if (!world.proofs.get(name).get("as").equals("none")) {
                put(files, SERVICE + "tables/" + name + ".ndjson", lines(rows));
            }
        });
        log(files, world);
        manifest(files);
        return files;
    }

    private static Long size(SmallWorld world) {
        return (Long) world.checkpoints.get(world.checkpoints.size() - 1).get("size");
    }

    private static List<Object> keys(SmallWorld world) {
        var keys = new ArrayList<>();
        for (var row : world.rows("journal.log_key")) {
            var bytes = HexFormat.of().parseHex(row.get("public_key").toString().substring(2));
            var said = Row.from(row, "name firstSize=first_size");
            said.put("keyId", row.get("key_id").toString().substring(2));
            said.put("publicKey", Signer.base64(bytes));
            said.put(
                    "verifierKey",
                    VerifierKey.of((String) row.get("name"), bytes).text());
            keys.add(said);
        }
        return keys;
    }

    /** As the verifier knows them: of an honest service both are the same. */
    private static String tables() {
        try (var in = Exported.class.getResourceAsStream("tables_things.json")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void log(SortedMap<String, byte[]> files, SmallWorld world) {
        int size = size(world).intValue();
        put(files, SERVICE + "log/checkpoint", (String)
                world.checkpoints.get(world.checkpoints.size() - 1).get("note"));
        try {
            var folder = Files.createTempDirectory("tiles");
            TilesTest.write(folder, world.bodies.subList(0, Math.min(size, world.bodies.size())));
            try (var all = Files.walk(folder)) {
                for (var file : all.filter(Files::isRegularFile).toList()) {
                    files.put(SERVICE + "log/" + folder.relativize(file), Files.readAllBytes(file));
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var pending = new ArrayList<Map<String, Object>>();
        for (int i = size; i < world.bodies.size(); i++) {
            pending.add(Row.of("position", (long) i, "body", Signer.base64(world.bodies.get(i))));
        }
        put(files, SERVICE + "pending.ndjson", lines(pending));
    }

    static void manifest(SortedMap<String, byte[]> files) {
        files.remove("manifest.json");
        var listed = new ArrayList<>();
        files.forEach((name, bytes) -> {
            var hash = HexFormat.of().formatHex(Plain.hash(-1, bytes));
            listed.add(Row.of("name", name, "bytes", (long) bytes.length, "sha256", hash));
        });
        put(files, "manifest.json", json(Map.of("files", listed)));
    }

    /** The archive, with its hash behind it. */
    static byte[] zip(SortedMap<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var names = new ArrayList<>(files.keySet());
            names.remove("manifest.json");
            names.add("manifest.json");
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(files.get(name));
                zip.closeEntry();
            }
            zip.setComment("fundtrail-export/1 sha256 " + "0".repeat(64));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed(bytes.toByteArray());
    }

    /** The same with the hash of what stands before it. */
    static byte[] sealed(byte[] zip) {
        int end = zip.length - 64;
        var hash = HexFormat.of().formatHex(Plain.hash(-1, java.util.Arrays.copyOf(zip, end - 26)));
        System.arraycopy(hash.getBytes(ISO_8859_1), 0, zip, end, 64);
        return zip;
    }

    static Source source(SortedMap<String, byte[]> files) {
        var lengths = new TreeMap<String, Long>();
        files.forEach((name, bytes) -> lengths.put(name, (long) bytes.length));
        return new Source() {
            @Override
            public SortedMap<String, Long> files() {
                return lengths;
            }

            @Override
            public InputStream open(String name) {
                return new ByteArrayInputStream(files.get(name));
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    /** What the verifier says of it, with the key that is trusted. */
    static Report verified(SmallWorld world) {
        return verified(files(world), world);
    }

    static Report verified(SortedMap<String, byte[]> files, SmallWorld world) {
        var report = new Report();
        try {
            ExportCheck.check(source(files), new Trust(List.of(world.signer.key()), List.of()), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unreadable e) {
            report.found(e);
        }
        return report;
    }

    static void put(SortedMap<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(UTF_8));
    }

    static String lines(List<Map<String, Object>> rows) {
        var lines = new StringBuilder();
        rows.forEach(row -> lines.append(json(row)).append('\n'));
        return lines.toString();
    }

    /** As a database writes JSON: amounts as numbers. */
    static String json(Object value) {
        var out = new StringBuilder();
        if (value instanceof Map<?, ?> map) {
            var comma = "{";
            for (var one : map.entrySet()) {
                out.append(comma).append(json(one.getKey())).append(": ").append(json(one.getValue()));
                comma = ", ";
            }
            return out.append(map.isEmpty() ? "{}" : "}").toString();
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(Exported::json).toList()) + "]";
        }
        return value instanceof String text ? org.fundtrail.journal.CanonicalJson.text(text) : String.valueOf(value);
    }

    static Path write(Path folder, byte[] zip) throws IOException {
        return Files.write(folder.resolve("export.zip"), zip);
    }
}
