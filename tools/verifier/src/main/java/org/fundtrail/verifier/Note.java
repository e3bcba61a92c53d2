package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * A text with signatures under it (C2SP signed-note).
 *
 * @param text with its last newline: what is signed
 */
public record Note(String text, List<Signed> signatures) {
    private static final int MOST_SIGNATURES = 100;
    private static final int LARGEST = 1_000_000;
    private static final String DASH = "\u2014 ";

    /** One line of signature: of which key, by its name and id, and the rest of its bytes. */
    public record Signed(String name, String id, byte[] signature) {}

    public static Note read(byte[] bytes) throws Unreadable {
        if (bytes.length > LARGEST) {
            throw new Unreadable(Problem.NOT_A_NOTE);
        }
        return read(Texts.utf8(bytes));
    }

    static Note read(String note) throws Unreadable {
        int end = note.lastIndexOf("\n\n");
        if (end < 0
                || !note.endsWith("\n")
                || note.length() > LARGEST
                || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Unreadable(Problem.NOT_A_NOTE);
        }
        var lines = note.substring(end + 2, note.length() - 1 < end + 2 ? end + 2 : note.length() - 1)
                .split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new Unreadable(Problem.NOT_A_NOTE);
        }
        var signatures = new ArrayList<Signed>();
        for (var line : lines) {
            signatures.add(signature(line));
        }
        return new Note(note.substring(0, end + 1), List.copyOf(signatures));
    }

    private static Signed signature(String line) throws Unreadable {
        int blank = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || blank < 0 || !VerifierKey.isName(line.substring(DASH.length(), blank))) {
            throw new Unreadable(Problem.NOT_A_NOTE);
        }
        var bytes = Base64s.read(line.substring(blank + 1));
        if (bytes.length < 5) {
            throw new Unreadable(Problem.NOT_A_NOTE);
        }
        return new Signed(
                line.substring(DASH.length(), blank),
                HexFormat.of().formatHex(bytes, 0, 4),
                Arrays.copyOfRange(bytes, 4, bytes.length));
    }

    /**
     * The keys, of those that are known, that have signed it. Signatures of others are passed over; one of a known key that is wrong spoils the
     * whole note, whatever else stands beside it.
     */
    public List<VerifierKey> signedBy(Collection<VerifierKey> known) throws Unreadable {
        var signed = new ArrayList<VerifierKey>();
        for (var line : signatures) {
            for (var key : known) {
                if (key.name().equals(line.name()) && key.id().equals(line.id())) {
                    if (!key.hasSigned(text.getBytes(UTF_8), line.signature())) {
                        throw new Unreadable(Problem.WRONG_SIGNATURE, "key", key.name() + "+" + key.id());
                    }
                    signed.add(key);
                }
            }
        }
        if (signed.isEmpty()) {
            throw new Unreadable(Problem.NOT_SIGNED, "keys", keyIds());
        }
        return List.copyOf(signed);
    }

    private String keyIds() {
        return Texts.shortened(String.join(
                ", ", signatures.stream().map(s -> s.name() + "+" + s.id()).toList()));
    }
}
