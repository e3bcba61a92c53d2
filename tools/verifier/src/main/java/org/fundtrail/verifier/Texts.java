package org.fundtrail.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as it is read, strictly. */
final class Texts {
    private static final int SHOWN = 200;

    private Texts() {}

    static String utf8(byte[] bytes) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(Problem.NOT_UTF8);
        }
    }

    /** A whole number of no sign and no leading zero, as logs write sizes and places. */
    static long number(String text) throws Unreadable {
        if (text.matches("0|[1-9][0-9]{0,17}")) {
            return Long.parseLong(text);
        }
        throw new Unreadable(Problem.NOT_A_NUMBER, "text", shortened(text));
    }

    /** For a report: nothing that moves a terminal's cursor, and not everything of what is long. */
    static String shortened(Object said) {
        var text = String.valueOf(said).replaceAll("\\p{Cntrl}", "\u00b7");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "\u2026";
    }
}
