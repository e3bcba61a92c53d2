package org.fundtrail.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the program was asked.
 *
 * @param what EXPORT, TILES or PROOF
 * @param of the file or folder that it is asked of
 * @param keys that are trusted; none for those that the export brings along
 * @param earlier checkpoints that somebody kept, which the log of an export has to go on from
 * @param entry of a proof, where it is kept apart, or null
 * @param json where the report goes besides, or null
 */
record Arguments(
        What what, Path of, List<VerifierKey> keys, List<Path> earlier, Path entry, String language, Path json) {
    enum What {
        EXPORT,
        TILES,
        PROOF,
        HELP
    }

    /** What may be said besides, each with a value behind it. */
    private enum Option {
        TILES,
        PROOF,
        KEY,
        EARLIER,
        ENTRY,
        LANGUAGE,
        JSON
    }

    private static final Set<String> LANGUAGES = Set.of("en", "lt");

    static Arguments read(String... given) throws Unreadable {
        if (List.of(given).contains("--help")) {
            return new Arguments(What.HELP, null, List.of(), List.of(), null, language(given), null);
        }
        var what = What.EXPORT;
        var named = new EnumMap<Option, List<String>>(Option.class);
        var of = new ArrayList<String>();
        for (int i = 0; i < given.length; i++) {
            var option = option(given[i]);
            if (option == null) {
                of.add(given[i]);
                continue;
            }
            if (option == Option.TILES || option == Option.PROOF) {
                what = What.valueOf(option.name());
                of.add(value(given, i++));
            } else {
                named.computeIfAbsent(option, o -> new ArrayList<>()).add(value(given, i++));
            }
        }
        if (of.size() != 1) {
            throw of.isEmpty()
                    ? new Unreadable(Problem.NOTHING_TO_CHECK)
                    : new Unreadable(Problem.NOT_UNDERSTOOD, "text", of.get(1));
        }
        if (what != What.EXPORT && !named.containsKey(Option.KEY)) {
            throw new Unreadable(Problem.KEY_NEEDED);
        }
        return of(what, path(of.get(0)), named, language(given));
    }

    private static Arguments of(What what, Path of, Map<Option, List<String>> named, String language)
            throws Unreadable {
        var keys = new ArrayList<VerifierKey>();
        for (var key : named.getOrDefault(Option.KEY, List.of())) {
            keys.add(VerifierKey.read(key));
        }
        var earlier = new ArrayList<Path>();
        for (var file : named.getOrDefault(Option.EARLIER, List.of())) {
            earlier.add(path(file));
        }
        return new Arguments(
                what, of, keys, earlier, last(named.get(Option.ENTRY)), language, last(named.get(Option.JSON)));
    }

    private static Path last(List<String> files) throws Unreadable {
        return files == null ? null : path(files.get(files.size() - 1));
    }

    /** The option that is called so; null for what is none. */
    private static Option option(String given) throws Unreadable {
        if (!given.startsWith("--")) {
            return null;
        }
        for (var option : Option.values()) {
            if (given.equals("--" + option.name().toLowerCase(Locale.ROOT))) {
                return option;
            }
        }
        throw new Unreadable(Problem.NOT_UNDERSTOOD, "text", Texts.shortened(given));
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
        return Locale.getDefault().getLanguage().equals("lt") ? "lt" : "en";
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
