package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** The program, asked as on a command line. */
final class Asked {
    private Asked() {}

    /** What it says; it has to end with this code. */
    static String said(int code, String... given) {
        var bytes = new ByteArrayOutputStream();
        int ended = Main.run(new PrintStream(bytes, true, UTF_8), given);
        assertEquals(code, ended, bytes.toString(UTF_8));
        return bytes.toString(UTF_8);
    }
}
