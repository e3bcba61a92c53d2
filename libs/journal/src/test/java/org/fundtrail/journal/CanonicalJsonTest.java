package org.fundtrail.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    private final ObjectMapper json = new ObjectMapper();

    private static Path shared(String folder) {
        var path = Path.of(System.getProperty("fundtrail.shared", "")).resolve(folder);
        Assumptions.assumeTrue(
                Files.isDirectory(path),
                "The published vectors are not at " + path + ": say where with -Dfundtrail.shared=<folder>");
        return path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "unicode", "weird"})
    void it_writes_what_the_vectors_of_rfc_8785_say(String name) throws IOException {
        var vectors = shared("vectors/jcs-rfc8785");
        var value = json.readValue(vectors.resolve("input/" + name + ".json").toFile(), Object.class);
        var expected = HexFormat.of()
                .parseHex(Files.readString(vectors.resolve("outhex/" + name + ".txt"))
                        .replaceAll("\\s", ""));
        assertArrayEquals(expected, CanonicalJson.bytes(value));
        assertArrayEquals(Files.readAllBytes(vectors.resolve("output/" + name + ".json")), CanonicalJson.bytes(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"values", "structures"})
    void the_vectors_with_fractions_are_beyond_our_restricted_form_and_refused(String name) throws IOException {
        var vectors = shared("vectors/jcs-rfc8785");
        var value = json.readValue(vectors.resolve("input/" + name + ".json").toFile(), Object.class);
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.bytes(value));
    }

    @Test
    void what_not_every_reader_holds_exactly_is_refused() {
        for (var value : List.of(
                1.5,
                1.0f,
                new java.math.BigDecimal("1"),
                java.math.BigInteger.ONE,
                1L << 53,
                -(1L << 53),
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                'c',
                new byte[0],
                java.time.LocalDate.EPOCH,
                "\ud800",
                "a\udc00b",
                "\udc00\ud800")) {
            assertThrows(IllegalArgumentException.class, () -> CanonicalJson.text(value), String.valueOf(value));
            assertThrows(IllegalArgumentException.class, () -> CanonicalJson.text(List.of(Map.of("a", value))));
        }
        assertEquals(
                "[9007199254740991,-9007199254740991,0]",
                CanonicalJson.text(List.of((1L << 53) - 1, 1 - (1L << 53), 0)));
    }

    @Test
    void what_it_writes_every_reader_reads_as_the_same_and_writes_as_the_same_again() throws IOException {
        var random = new SplittableRandom(20261123);
        for (int i = 0; i < 3000; i++) {
            var value = value(random, 4);
            var bytes = CanonicalJson.bytes(value);
            var read = json.readValue(bytes, Object.class);
            assertEquals(json.valueToTree(value), json.readTree(bytes));
            assertArrayEquals(bytes, CanonicalJson.bytes(read));
        }
    }

    @Test
    void the_order_in_which_fields_were_put_does_not_matter() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            var names = new ArrayList<String>();
            for (int n = 0; n < 20; n++) {
                names.add(text(random));
            }
            var one = new java.util.LinkedHashMap<String, Object>();
            names.forEach(name -> one.put(name, name));
            java.util.Collections.reverse(names);
            var other = new java.util.LinkedHashMap<String, Object>();
            names.forEach(name -> other.put(name, name));
            assertEquals(CanonicalJson.text(one), CanonicalJson.text(other));
        }
    }

    private static Object value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong(-(1L << 53) + 1, 1L << 53);
            case 4 -> text(random);
            case 5 -> {
                var list = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
            default -> {
                var map = new HashMap<String, Object>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    map.put(text(random), value(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String text(SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int c = random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x110000);
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }

    @Test
    void a_leaf_is_hashed_as_rfc_9162_says() throws IOException {
        assertEquals(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", // of nothing: SHA-256 of one zero
                // byte
                HexFormat.of().formatHex(Journal.leafHash(new byte[0])));
        // the leaves of the reference tree that the vectors are made from
        var leaves = Map.of("10", 2, "2021", 3, "3031", 4, "40414243", 5, "5051525354555657", 6);
        var hashes = leaves.keySet().stream()
                .map(leaf -> Base64.getEncoder()
                        .encodeToString(Journal.leafHash(HexFormat.of().parseHex(leaf))))
                .toList();
        try (var files = Files.walk(shared("vectors/transparency-dev-merkle/inclusion"))) {
            for (var file : files.filter(f -> f.endsWith("happy-path.json")).toList()) {
                var vector = json.readTree(file.toFile());
                assertEquals(
                        true,
                        hashes.contains(vector.get("leafHash").textValue())
                                || vector.get("leafIdx").asInt() < 2,
                        file.toString());
            }
        }
        assertEquals(32, Journal.leafHash("x".getBytes(UTF_8)).length);
        assertEquals(false, Arrays.equals(Journal.leafHash("x".getBytes(UTF_8)), Journal.sha256("x".getBytes(UTF_8))));
    }
}
