package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    private final Signer log = new Signer("example.org/log");
    private final Signer other = new Signer("example.org/witness");
    private final String text = "example.org/log\n7\n" + Signer.base64(new byte[32]) + "\n";

    private static Note read(String note) throws Unreadable {
        return Note.read(note.getBytes(UTF_8));
    }

    private static Problem refused(org.junit.jupiter.api.function.Executable reading) {
        return assertThrows(Unreadable.class, reading).problem();
    }

    @Test
    void a_note_is_signed_by_a_known_key_whoever_signed_besides() throws Unreadable {
        var note = read(text + "\n" + other.line(text) + log.line(text));
        assertEquals(text, note.text());
        assertEquals(List.of(log.key()), note.signedBy(List.of(log.key())));
        assertEquals(List.of(other.key(), log.key()), note.signedBy(List.of(log.key(), other.key())));
    }

    @Test
    void a_note_without_a_signature_of_a_known_key_is_refused() throws Unreadable {
        var note = read(text + "\n" + other.line(text));
        assertEquals(Problem.NOT_SIGNED, refused(() -> note.signedBy(List.of(log.key()))));
        // of the same name, but another key: unknown, so passed over
        assertEquals(
                Problem.NOT_SIGNED, refused(() -> note.signedBy(List.of(new Signer("example.org/witness").key()))));
    }

    @Test
    void one_wrong_signature_of_a_known_key_spoils_the_note_whatever_stands_beside_it() throws Unreadable {
        var wrong = log.line(text + "more\n");
        for (var lines : List.of(wrong, log.line(text) + wrong, wrong + log.line(text), other.line(text) + wrong)) {
            var note = read(text + "\n" + lines);
            assertEquals(Problem.WRONG_SIGNATURE, refused(() -> note.signedBy(List.of(log.key(), other.key()))), lines);
        }
    }

    @Test
    void a_signature_has_64_bytes_and_neither_more_nor_fewer() throws Unreadable {
        var good = log.signature(text);
        for (var bytes : List.of(
                Arrays.copyOf(good, 63), Arrays.copyOf(good, 65), Arrays.copyOf(good, 128), Arrays.copyOf(good, 1))) {
            var note = read(text + "\n" + log.line(bytes));
            assertEquals(Problem.WRONG_SIGNATURE, refused(() -> note.signedBy(List.of(log.key()))));
        }
    }

    @Test
    void what_is_no_note_is_refused() {
        var line = log.line(text);
        for (var wrong : List.of(
                "",
                "\n",
                "\n\n",
                text,
                text + line,
                text + "\n",
                text + "\n" + line.substring(0, line.length() - 1),
                text + "\n" + line + "\n",
                text + "\n" + line + "more",
                text + "\n" + line.replace("\u2014", "-"),
                text + "\n" + line.replace("\u2014 ", "\u2014"),
                text + "\n" + line.replace("\u2014 ", "\u2014  "),
                text + "\n" + line.replace("log ", "log  "),
                text + "\n" + line.replace("log ", "log\u00a0x "),
                text + "\n" + line.replace("/log ", "/log+x "),
                text + "\n" + line.replace("\n", " \n"),
                text + "\r\n" + line,
                text + "\t\n\n" + line,
                text + "\n" + line.replace("\n", "=\n"),
                text + "\n\u2014 example.org/log AAAA\n",
                text + "\n\u2014 example.org/log AAAAAA==\n",
                text + "\n\u2014 example.org/log \n")) {
            assertThrows(Unreadable.class, () -> read(wrong), wrong);
        }
        var broken = (text + "\n" + line).getBytes(UTF_8);
        broken[3] = (byte) 0xff;
        assertEquals(Problem.NOT_UTF8, refused(() -> Note.read(broken)));
    }

    @Test
    void the_text_may_have_empty_lines_and_ends_with_the_last_one() throws Unreadable {
        var poem = "one\n\n\ntwo\n\u2014 no signature\n";
        assertEquals(poem, read(log.note(poem)).text());
        assertEquals(List.of(log.key()), read(log.note(poem)).signedBy(List.of(log.key())));
    }

    @Test
    void sixteen_signatures_are_read() throws Unreadable {
        assertEquals(
                17,
                read(text + "\n" + other.line(text).repeat(16) + log.line(text))
                        .signatures()
                        .size());
    }

    @Test
    void a_checkpoint_says_origin_size_and_root() throws Unreadable {
        var checkpoint = Checkpoint.read(text + "an extension\n");
        assertEquals("example.org/log", checkpoint.origin());
        assertEquals(7, checkpoint.size());
        assertArrayEquals(new byte[32], checkpoint.root());
        assertEquals(List.of("an extension"), checkpoint.extensions());
        assertEquals(0, Checkpoint.read(text.replace("\n7\n", "\n0\n")).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n",
                "a\n1\n",
                "a\n1\nR",
                "\n1\nR\n",
                "a\n01\nR\n",
                "a\n+1\nR\n",
                "a\n-1\nR\n",
                "a\n1 \nR\n",
                "a\n\u0661\nR\n",
                "a\n9223372036854775808\nR\n",
                "a\n1\nAAAA\n",
                "a\n1\nR=\n",
                "a\n1\n\nR\n",
                "a\n1\nR\n\n",
                "a\n1\nR\n\nx\n",
                "a\n0x1\nR\n"
            })
    void what_is_no_checkpoint_is_refused(String lines) {
        assertThrows(Unreadable.class, () -> Checkpoint.read(lines.replace("R", Signer.base64(new byte[32]))), lines);
    }

    @Test
    void base64_has_one_spelling() {
        for (var wrong : List.of("AA", "AAA", "AB==", "AA=", "AA==\n", " AA==", "A A=", "AA-_", "AAF=")) {
            assertThrows(Unreadable.class, () -> Base64s.read(wrong), wrong);
        }
    }

    @Test
    void a_key_is_read_only_with_its_own_id() throws Unreadable {
        assertEquals(log.vkey(), VerifierKey.read(log.vkey()).text());
        var parts = log.vkey().split("\\+", 3);
        for (var wrong : List.of(
                "",
                "x",
                parts[0] + "+" + parts[1],
                parts[0] + "x+" + parts[1] + "+" + parts[2],
                parts[0] + "+00000000+" + parts[2],
                parts[0] + "+" + parts[1].toUpperCase() + "0+" + parts[2],
                "a b+" + parts[1] + "+" + parts[2],
                parts[0] + "+" + parts[1] + "+" + Signer.base64(new byte[33]),
                parts[0] + "+" + parts[1] + "+" + Signer.base64(log.publicKey()))) {
            assertThrows(Unreadable.class, () -> VerifierKey.read(wrong), wrong);
        }
    }

    @Test
    void words_of_bytes_are_proquints() {
        assertEquals("lusab-babad", Proquints.of(new byte[] {127, 0, 0, 1}));
        assertEquals("gutih-tugad", Proquints.of(new byte[] {63, 84, (byte) 220, (byte) 193}));
    }

    @Test
    void whatever_is_changed_in_a_note_it_is_refused_or_says_the_same() {
        var random = new SplittableRandom(11);
        var note = (text + "\n" + log.line(text)).getBytes(UTF_8);
        for (int i = 0; i < 1_000; i++) {
            var bytes = note.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Note.read(bytes).signedBy(List.of(log.key()));
                assertArrayEquals(note, bytes);
            } catch (Unreadable e) {
                // refused, with a sentence
            }
        }
    }
}
