package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.LATVIAN;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Merkle;
import org.fundtrail.journal.Sealer;
import org.fundtrail.journal.Tree;
import org.fundtrail.journal.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record is proved by what the API answers, and by nothing else. */
@QuarkusTest
class LogTest {
    @Inject
    Sealer sealer;

    @Inject
    LogSigning signing;

    @Inject
    Tree tree;

    @BeforeEach
    void record() {
        OFFICER.post(API + "/programmes", programme(unique("LOG"), "AMIF", "RECEPTION"))
                .statusCode(201);
        sealer.seal();
        signing.sign();
    }

    private static VerifierKey key() {
        var key = AUDITOR.get(API + "/log/keys").extract().<Map<String, Object>>path("items[0]");
        return new VerifierKey((String) key.get("name"), decoded((String) key.get("publicKey")));
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** RFC 9162, 2.1.3.2. */
    private static byte[] rootOf(byte[] leaf, long position, long size, List<String> hashes) {
        long fn = position;
        long sn = size - 1;
        var root = leaf;
        for (var hash : hashes) {
            assertTrue(sn > 0, "a hash too many");
            if (fn % 2 == 1 || fn == sn) {
                root = Merkle.parent(decoded(hash), root);
                while (fn % 2 == 0 && fn > 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                root = Merkle.parent(root, decoded(hash));
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertEquals(0, sn, "a hash too few");
        return root;
    }

    @Test
    void the_newest_checkpoint_is_a_note_of_all_that_is_recorded_signed_with_the_key_of_the_log() {
        var note =
                AUDITOR.get(API + "/log/checkpoint").statusCode(200).extract().asString();
        var lines = note.split("\n");
        assertEquals("fundtrail.local/funding", lines[0]);
        assertEquals(tree.size(), Long.parseLong(lines[1]));
        assertArrayEquals(tree.read().root(tree.size()), decoded(lines[2]));
        assertTrue(key().hasSigned(note));
        assertFalse(key().hasSigned(note.replace(lines[1], "1")));
        assertFalse(new VerifierKey("elsewhere.example/funding", key().bytes()).hasSigned(note));
        AUDITOR.get(API + "/log/checkpoints/{size}", lines[1])
                .body("note", equalTo(note))
                .body("root", equalTo(lines[2]))
                .body("keyId", equalTo(key().hexId()));
        OFFICER.get(API + "/log/standing")
                .body("size", equalTo(Integer.valueOf(lines[1])))
                .body("checkpoint.root", equalTo(lines[2]))
                .body("refused", nullValue());
    }

    @Test
    void an_entry_is_proved_by_one_answer_and_the_key() {
        var position = tree.size() - 1;
        var proof = new ArrayDeque<>(OFFICER.get(API + "/entries/{position}/proof", position)
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList());
        assertEquals("c2sp.org/tlog-proof@v1", proof.remove());
        var body = decoded(proof.remove().substring("extra ".length()));
        assertEquals("index " + position, proof.remove());
        var hashes = new ArrayList<String>();
        while (!proof.peek().isEmpty()) {
            hashes.add(proof.remove());
        }
        proof.remove();
        var note = String.join("\n", proof) + "\n";
        assertTrue(key().hasSigned(note));
        var lines = List.copyOf(proof);
        assertArrayEquals(
                decoded(lines.get(2)), rootOf(Journal.leafHash(body), position, Long.parseLong(lines.get(1)), hashes));
        var id = Books.rows("SELECT entry_id FROM journal.leaf WHERE position = ?", position)
                .get(0)
                .get(0);
        assertTrue(new String(body).contains(id.toString()), "it is the body of this entry");
        LATVIAN.get(API + "/entries/{position}/proof", position).statusCode(404);
    }

    @Test
    void any_entry_in_any_size_and_any_two_sizes_are_proved() {
        long size = tree.size();
        var inclusion = OFFICER.get(API + "/log/inclusion?position=0&size={size}", size - 1)
                .statusCode(200)
                .extract();
        assertArrayEquals(
                tree.read().root(size - 1),
                rootOf(decoded(inclusion.path("leafHash")), 0, size - 1, inclusion.path("hashes")));
        OFFICER.get(API + "/log/consistency?from={from}&to={to}", size - 1, size)
                .statusCode(200)
                .body(
                        "fromRoot",
                        equalTo(Base64.getEncoder().encodeToString(tree.read().root(size - 1))))
                .body(
                        "toRoot",
                        equalTo(Base64.getEncoder().encodeToString(tree.read().root(size))));
        OFFICER.get(API + "/log/inclusion?position={position}", size)
                .statusCode(400)
                .body("code", equalTo("size-out-of-range"))
                .body("errors[0].field", equalTo("position"));
        OFFICER.get(API + "/log/consistency?from=0").body("code", equalTo("size-out-of-range"));
        OFFICER.get(API + "/log/consistency?from=1&to=" + Long.MAX_VALUE).body("code", equalTo("size-out-of-range"));
    }

    @Test
    void a_key_comes_into_use_by_an_entry_and_the_service_itself_cannot_put_one_in_or_sign_what_is_not_there()
            throws SQLException {
        var said = AUDITOR.get(API + "/entries?action=log-key.introduced")
                .body("items[0].subject.reference", equalTo(key().hexId()))
                .extract();
        assertEquals(
                List.of("firstSize", "keyId", "name", "publicKey"),
                said.<List<String>>path("items[0].changes.field").stream()
                        .sorted()
                        .toList());
        try (var service = Books.asTheService();
                var statement = service.createStatement()) {
            for (var forbidden : List.of(
                    "INSERT INTO journal.log_key SELECT 1, substring(sha256('x'::bytea || '\\x0a01'::bytea || k) FOR 4), 'x', k, journal.next_key_begins() FROM (SELECT sha256('x') AS k) AS made",
                    "INSERT INTO journal.checkpoint SELECT 1, size + 1000000, root, note, key_id, now() FROM journal.checkpoint LIMIT 1",
                    "INSERT INTO journal.subtree VALUES (1, 8, 1000000, sha256('x'))",
                    "SELECT journal.grow(1000000)")) {
                assertEquals(
                        "42501",
                        assertThrows(SQLException.class, () -> statement.execute(forbidden), forbidden)
                                .getSQLState());
            }
        }
    }

    @Test
    void subtrees_checkpoints_and_keys_are_never_changed_and_never_taken_away() throws SQLException {
        try (var superuser = Books.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (var table : List.of("checkpoint", "log_key", "subtree")) {
                var sql = table.equals("subtree")
                        ? "TRUNCATE journal.subtree"
                        : "UPDATE journal." + table + " SET key_id = key_id";
                assertEquals(
                        "42501",
                        assertThrows(SQLException.class, () -> statement.execute(sql), sql)
                                .getSQLState());
            }
        }
    }

    @Test
    void a_root_in_words_is_the_root() {
        var root = Base64.getDecoder()
                .decode(OFFICER.get(API + "/log/standing").extract().<String>path("checkpoint.root"));
        var words = OFFICER.get(API + "/log/standing").extract().<String>path("checkpoint.words");
        assertEquals(16, words.split("-").length);
        assertEquals(HexFormat.of().formatHex(root), HexFormat.of().formatHex(unsaid(words)));
    }

    private static byte[] unsaid(String words) {
        var bytes = new ByteArrayOutputStream();
        for (var word : words.split("-")) {
            int pair = 0;
            for (int i = 0; i < 5; i++) {
                pair = i % 2 == 0
                        ? pair << 4 | "bdfghjklmnprstvz".indexOf(word.charAt(i))
                        : pair << 2 | "aiou".indexOf(word.charAt(i));
            }
            bytes.write(pair >> 8);
            bytes.write(pair & 0xff);
        }
        return bytes.toByteArray();
    }
}
