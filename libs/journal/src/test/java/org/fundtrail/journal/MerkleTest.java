package org.fundtrail.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Roots and proofs are those of RFC 9162, whose definitions stand here once more, word for word and slowly. */
class MerkleTest {
    private static final int MOST = 1100;
    private static final List<byte[]> LEAVES = IntStream.range(0, 70_000)
            .mapToObj(i -> Journal.leafHash(("entry " + i).getBytes()))
            .toList();

    /** MTH(D[n]). */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Journal.sha256("");
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = k(leaves.size());
        return Journal.sha256(new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** PATH(m, D[n]). */
    private static List<byte[]> path(int m, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int k = k(leaves.size());
        var left = leaves.subList(0, k);
        var right = leaves.subList(k, leaves.size());
        var path = m < k ? path(m, left) : path(m - k, right);
        path.add(root(m < k ? right : left));
        return path;
    }

    /** SUBPROOF(m, D[n], b). */
    private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean known) {
        if (m == leaves.size()) {
            return known ? new ArrayList<>() : new ArrayList<>(List.of(root(leaves)));
        }
        int k = k(leaves.size());
        var left = leaves.subList(0, k);
        var right = leaves.subList(k, leaves.size());
        var proof = m <= k ? subproof(m, left, known) : subproof(m - k, right, false);
        proof.add(root(m <= k ? right : left));
        return proof;
    }

    private static int k(int n) {
        return Integer.highestOneBit(n - 1);
    }

    private final TreeSet<String> read = new TreeSet<>();

    private Merkle of(int size) {
        return new Merkle((level, n) -> {
            assertTrue(read.add(size + "/" + level + "/" + n), "each row is read once");
            int height = 1 << 8 * level;
            var row = new ByteArrayOutputStream();
            for (long i = n * 256; i < n * 256 + 256 && (i + 1) * height <= size; i++) {
                row.writeBytes(root(LEAVES.subList((int) (i * height), (int) ((i + 1) * height))));
            }
            return row.toByteArray();
        });
    }

    private Merkle fresh(int size) {
        read.clear();
        return of(size);
    }

    private static void same(List<byte[]> expected, List<byte[]> found, String what) {
        var hex = HexFormat.of();
        assertEquals(
                expected.stream().map(hex::formatHex).toList(),
                found.stream().map(hex::formatHex).toList(),
                what);
    }

    @Test
    void roots_of_all_sizes_are_those_of_the_definition() {
        for (int size = 0; size <= MOST; size++) {
            assertArrayEquals(root(LEAVES.subList(0, size)), fresh(MOST).root(size), "root of " + size);
        }
    }

    @Test
    void inclusion_of_any_entry_in_any_size_is_that_of_the_definition() {
        for (int size = 1; size <= MOST; size += size < 20 ? 1 : 83) {
            for (int position = 0; position < size; position += size < 20 ? 1 : 37) {
                same(
                        path(position, LEAVES.subList(0, size)),
                        fresh(MOST).inclusion(position, size),
                        position + " in " + size);
            }
        }
    }

    @Test
    void consistency_of_any_two_sizes_is_that_of_the_definition() {
        for (int later = 1; later <= MOST; later += later < 20 ? 1 : 83) {
            for (int earlier = 1; earlier <= later; earlier += later < 20 ? 1 : 37) {
                same(
                        subproof(earlier, LEAVES.subList(0, later), true),
                        fresh(MOST).consistency(earlier, later),
                        earlier + " to " + later);
            }
        }
    }

    @Test
    void proofs_of_the_reference_tree_are_those_of_the_published_vectors() throws IOException {
        var published = Path.of(System.getProperty("fundtrail.shared", "")).resolve("vectors/transparency-dev-merkle");
        assertTrue(
                Files.exists(published),
                "The published vectors are not at " + published + ": say where with -Dfundtrail.shared=<folder>");
        var compared = new TreeSet<String>();
        try (var files = Files.walk(published)) {
            for (var file :
                    files.filter(name -> name.toString().endsWith(".json")).toList()) {
                var vector = new ObjectMapper().readTree(file.toFile());
                if (!vector.get("wantErr").booleanValue() && isOfTheReferenceTree(vector)) {
                    same(hashes(vector.get("proof")), proof(vector), file.toString());
                    compared.add(file.toString());
                }
            }
        }
        assertTrue(compared.size() >= 8, compared::toString);
    }

    private static final List<byte[]> REFERENCE = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(leaf -> Journal.leafHash(HexFormat.of().parseHex(leaf)))
            .toList();

    private static Merkle reference() {
        var row = new ByteArrayOutputStream();
        REFERENCE.forEach(row::writeBytes);
        return new Merkle((level, n) -> level + n == 0 ? row.toByteArray() : new byte[0]);
    }

    /** Some take an unspoken root for granted. */
    private static boolean isOfTheReferenceTree(JsonNode vector) throws IOException {
        long size = vector.has("size2")
                ? vector.get("size2").longValue()
                : vector.get("treeSize").longValue();
        var root = vector.has("size2") ? vector.get("root2") : vector.get("root");
        return size > 0
                && size <= REFERENCE.size()
                && (!vector.has("size1") || vector.get("size1").longValue() > 0)
                && Arrays.equals(root.binaryValue(), reference().root(size));
    }

    private static List<byte[]> proof(JsonNode vector) {
        return vector.has("size1")
                ? reference()
                        .consistency(
                                vector.get("size1").longValue(),
                                vector.get("size2").longValue())
                : reference()
                        .inclusion(
                                vector.get("leafIdx").longValue(),
                                vector.get("treeSize").longValue());
    }

    private static List<byte[]> hashes(JsonNode proof) throws IOException {
        var hashes = new ArrayList<byte[]>();
        for (var hash : proof) {
            hashes.add(hash.binaryValue());
        }
        return hashes;
    }

    @Test
    void a_long_log_is_proved_from_few_rows() {
        int size = 69_999;
        same(path(65_700, LEAVES.subList(0, size)), fresh(size).inclusion(65_700, size), "beyond 256 x 256");
        assertTrue(read.size() <= 5, () -> "rows read: " + read);
        same(
                subproof(65_537, LEAVES.subList(0, size), true),
                fresh(size).consistency(65_537, size),
                "beyond 256 x 256");
        assertTrue(read.size() <= 6, () -> "rows read: " + read);
    }

    @Test
    void what_is_not_in_the_log_has_no_proof() {
        var tree = of(10);
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(10, 10));
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(-1, 10));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(0, 10));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(11, 10));
        assertThrows(IllegalStateException.class, () -> tree.root(11), "a row that ends early");
    }
}
