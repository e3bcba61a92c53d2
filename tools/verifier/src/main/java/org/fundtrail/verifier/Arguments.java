package org.fundtrail.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the program was asked.
 *
 * @param what EXPORT, TILES or PROOF
 * @param of the file or folder that it is asked of
 * @param keys that are trusted; none for those that the export brings along
 * @param entry of a proof, where it is kept apart, or null
 * @param json where the report goes besides, or null
 */
record Arguments(What what, Path of, List<VerifierKey> keys, Path entry, String language, Path json) {
    enum What {
        EXPORT,
        TILES,
        PROOF,
        HELP
    }

    private static final Set<String> LANGUAGES = Set.of("en", "lt");

    static Arguments read(String... given) throws Unreadable {
        var what = What.EXPORT;
        Path of = null;
        var keys = new ArrayList<VerifierKey>();
        Path entry = null;
        var language = language(given);
        Path json = null;
        for (int i = 0; i < given.length; i++) {
            switch (given[i]) {
                case "--help", "-h" -> {
                    return new Arguments(What.HELP, null, List.of(), null, language, null);
                }
                case "--key" -> keys.add(VerifierKey.read(value(given, i++)));
                case "--language" -> value(given, i++);
                case "--json" -> json = path(value(given, i++));
                case "--entry" -> entry = path(value(given, i++));
                default -> {
                    boolean isNamed = given[i].equals("--tiles") || given[i].equals("--proof");
                    if (of != null || given[i].startsWith("-") && !isNamed) {
                        throw new Unreadable(Problem.NOT_UNDERSTOOD, "text", given[i]);
                    }
                    what = given[i].equals("--tiles") ? What.TILES : isNamed ? What.PROOF : What.EXPORT;
                    of = path(isNamed ? value(given, i++) : given[i]);
                }
            }
        }
        if (of == null) {
            throw new Unreadable(Problem.NOTHING_TO_CHECK);
        }
        if (what != What.EXPORT && keys.isEmpty()) {
            throw new Unreadable(Problem.KEY_NEEDED);
        }
        return new Arguments(what, of, keys, entry, language, json);
    }

    /** Found first, so that also what is not understood is said in it; that of the machine where none is given. */
    static String language(String... given) throws Unreadable {
        for (int i = 0; i + 1 < given.length; i++) {
            if (given[i].equals("--language")) {
                if (!LANGUAGES.contains(given[i + 1])) {
                    throw new Unreadable(Problem.NOT_UNDERSTOOD, "text", given[i + 1]);
                }
                return given[i + 1];
            }
        }
        return java.util.Locale.getDefault().getLanguage().equals("lt") ? "lt" : "en";
    }

    private static String value(String[] given, int i) throws Unreadable {
        if (i + 1 >= given.length) {
            throw new Unreadable(Problem.NOT_UNDERSTOOD, "text", given[i]);
        }
        return given[i + 1];
    }

    private static Path path(String text) throws Unreadable {
        try {
            return Path.of(text);
        } catch (java.nio.file.InvalidPathException e) {
            throw new Unreadable(Problem.NOT_UNDERSTOOD, "text", Texts.shortened(text));
        }
    }
}
