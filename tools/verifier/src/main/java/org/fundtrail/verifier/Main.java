package org.fundtrail.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;

/**
 * Checks an export, a tiled log or one proof, and says what it found: to a person on the standard output, to a program in a file of JSON and by
 * its exit code. 0: all is proved; 1: something is wrong; 2: it cannot be read, or was asked wrongly.
 */
public final class Main {
    static final int PROVED = 0;
    static final int WRONG = 1;
    static final int UNREADABLE = 2;

    private Main() {}

    public static void main(String... given) {
        var out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        int code = run(out, given);
        out.flush();
        System.exit(code);
    }

    /** The whole program but its end. */
    public static int run(PrintStream out, String... given) {
        var words = new Words("en");
        try {
            words = new Words(Arguments.language(given));
            var asked = Arguments.read(given);
            if (asked.what() == Arguments.What.HELP) {
                out.println(words.say("usage", Map.of()));
                return PROVED;
            }
            var report = new Report();
            check(asked, report);
            return printed(report, words, asked, out);
        } catch (Unreadable e) {
            out.println(words.say(e));
            out.println(words.say("usage", Map.of()));
        } catch (IOException e) {
            out.println(words.say("unreadable", Map.of("why", Texts.shortened(e.getMessage()))));
        } catch (RuntimeException e) {
            out.println(words.say("mistake", Map.of("why", Texts.shortened(e))));
        }
        return UNREADABLE;
    }

    private static void check(Arguments asked, Report report) throws IOException, Unreadable {
        if (!Files.exists(asked.of())) {
            throw new Unreadable(Problem.FILE_MISSING, "file", asked.of());
        }
        switch (asked.what()) {
            case TILES -> TilesCheck.check(asked.of(), asked.keys(), report);
            case PROOF -> ProofCheck.check(asked.of(), asked.entry(), asked.keys(), report);
            default -> ExportCheck.check(asked.of(), new Trust(asked.keys(), asked.earlier()), report);
        }
    }

    private static int printed(Report report, Words words, Arguments asked, PrintStream out) throws IOException {
        new Printed(report, words).to(out, asked.of().toString());
        if (asked.json() != null) {
            Files.write(asked.json(), new Printed(report, words).json());
        }
        return report.isClean() ? PROVED : WRONG;
    }
}
