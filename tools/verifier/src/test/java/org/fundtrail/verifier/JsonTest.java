package org.fundtrail.verifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.fundtrail.journal.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "unicode", "weird"})
    void what_is_read_and_written_again_is_what_the_vectors_of_rfc_8785_say(String name) throws Exception {
        var vectors = MerkleTest.shared("vectors/jcs-rfc8785");
        var expected = HexFormat.of()
                .parseHex(Files.readString(vectors.resolve("outhex/" + name + ".txt"))
                        .replaceAll("\\s", ""));
        var input = Files.readAllBytes(vectors.resolve("input/" + name + ".json"));
        assertArrayEquals(expected, CanonicalJson.bytes(Json.read(input)));
        assertArrayEquals(expected, CanonicalJson.bytes(Json.read(expected)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"values", "structures"})
    void the_vectors_with_fractions_are_outside_our_restricted_form_and_have_no_canonical_bytes(String name)
            throws Exception {
        var vectors = MerkleTest.shared("vectors/jcs-rfc8785");
        var value = Json.read(Files.readAllBytes(vectors.resolve("input/" + name + ".json")));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.bytes(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "nul",
                "\"",
                "\"\\x\"",
                "\"\n\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "[1] 2",
                "{a:1}",
                "'a'",
                "NaN",
                "--1",
                "\"\\u00g0\"",
                "[1 2]",
                "{\"a\" 1}",
                "\u00a01"
            })
    void what_is_not_json_is_refused(String text) {
        assertEquals(
                Problem.NOT_JSON,
                assertThrows(Unreadable.class, () -> Json.read(text)).problem());
    }

    @Test
    void numbers_are_read_as_they_are_written() throws Unreadable {
        assertEquals(12L, Json.read("12"));
        assertEquals(new BigDecimal("12.50"), Json.read("12.50"));
        assertEquals(new BigDecimal("12345678901234567890"), Json.read("12345678901234567890"));
    }

    @Test
    void what_nests_too_deep_is_refused_and_not_followed() {
        assertThrows(Unreadable.class, () -> Json.read("[".repeat(100_000)));
        assertThrows(Unreadable.class, () -> Json.read("{\"a\":".repeat(100_000)));
    }

    @Test
    void whatever_bytes_come_they_are_read_or_refused() throws IOException {
        var random = new SplittableRandom(11);
        var seed = "{\"a\":[1,2.5,\"x\\u00e4\\n\",null,true],\"\\ud83d\\ude00\":{}}".getBytes();
        for (int i = 0; i < 20_000; i++) {
            var bytes = seed.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Json.read(bytes);
            } catch (Unreadable e) {
                // refused, with a sentence
            }
        }
    }
}
