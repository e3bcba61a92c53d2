package org.fundtrail.verifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class MerkleTest {
    private static final int LARGEST = 150;

    private final List<byte[]> entries = entries(LARGEST);

    static List<byte[]> entries(int n) {
        var random = new SplittableRandom(20261201);
        var entries = new ArrayList<byte[]>();
        for (int i = 0; i < n; i++) {
            var entry = new byte[random.nextInt(40)];
            random.nextBytes(entry);
            entries.add(entry);
        }
        return entries;
    }

    @Test
    void a_tree_that_grows_has_the_root_of_rfc_9162_at_every_size() {
        var tree = new Tree();
        for (int n = 0; n <= LARGEST; n++) {
            assertEquals(n, tree.size());
            assertArrayEquals(Plain.root(entries.subList(0, n)), tree.root(), "of size " + n);
            if (n < LARGEST) {
                tree.add(Merkle.leaf(entries.get(n)));
            }
        }
    }

    @Test
    void every_entry_of_every_tree_is_proved_in_its_place_and_in_no_other() {
        for (int n = 1; n <= 40; n++) {
            var tree = entries.subList(0, n);
            var root = Plain.root(tree);
            for (int i = 0; i < n; i++) {
                var proof = Plain.inclusion(i, tree);
                for (int at = 0; at <= n; at++) {
                    assertEquals(at == i, Merkle.includes(at, n, Merkle.leaf(tree.get(i)), proof, root));
                }
                assertFalse(Merkle.includes(i, n, Merkle.leaf(new byte[41]), proof, root));
            }
        }
    }

    @Test
    void every_two_sizes_of_a_tree_are_consistent_and_those_of_another_are_not() {
        var others = new ArrayList<>(entries);
        others.set(0, new byte[] {1, 2, 3});
        for (int to = 1; to <= 40; to++) {
            for (int from = 1; from <= to; from++) {
                var proof = Plain.consistency(from, entries.subList(0, to));
                var fromRoot = Plain.root(entries.subList(0, from));
                var toRoot = Plain.root(entries.subList(0, to));
                assertTrue(Merkle.isConsistent(from, to, fromRoot, toRoot, proof));
                assertFalse(Merkle.isConsistent(from, to, Plain.root(others.subList(0, from)), toRoot, proof));
            }
        }
    }

    @Test
    void every_published_vector_is_accepted_or_refused_as_it_says() throws IOException, Unreadable {
        int tried = 0;
        try (var files = Files.walk(shared("vectors/transparency-dev-merkle"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                var vector = Json.object(Files.readAllBytes(file));
                boolean isInclusion = vector.containsKey("leafIdx");
                assertEquals(
                        !Boolean.TRUE.equals(vector.get("wantErr")),
                        isInclusion ? includes(vector) : isConsistent(vector),
                        file.toString());
                tried++;
            }
        }
        assertEquals(196, tried);
    }

    private static boolean includes(Map<String, Object> vector) {
        return Merkle.includes(
                number(vector.get("leafIdx")),
                number(vector.get("treeSize")),
                bytes(vector.get("leafHash")),
                proof(vector),
                bytes(vector.get("root")));
    }

    private static boolean isConsistent(Map<String, Object> vector) {
        return Merkle.isConsistent(
                number(vector.get("size1")),
                number(vector.get("size2")),
                bytes(vector.get("root1")),
                bytes(vector.get("root2")),
                proof(vector));
    }

    /** Sizes of 2^63 and more, which nothing has, come out below zero. */
    private static long number(Object said) {
        return ((Number) said).longValue();
    }

    private static List<byte[]> proof(Map<String, Object> vector) {
        return vector.get("proof") instanceof List<?> hashes
                ? hashes.stream().map(MerkleTest::bytes).toList()
                : List.of();
    }

    private static byte[] bytes(Object base64) {
        return base64 == null ? new byte[0] : Base64.getDecoder().decode((String) base64);
    }

    static Path shared(String folder) {
        var path = Path.of(System.getProperty("fundtrail.shared", "")).resolve(folder);
        Assumptions.assumeTrue(
                Files.isDirectory(path),
                "The published vectors are not at " + path + ": say where with -Dfundtrail.shared=<folder>");
        return path;
    }
}
