package org.fundtrail.gateway.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that templates and Java ask for, read from their sources: keys that stand there, and families by their prefix. */
final class WordsInUse {
    private static final Pattern PAGE_WORD = Pattern.compile("\\bmsg:([a-z_]+)(\\(?)");
    private static final Pattern WORD = Pattern.compile("\\bf:word\\((?:\\w+\\.concat\\('\\.)?'?([^')]+)'\\)");
    private static final Pattern FIELD = Pattern.compile("\\bf:(?:field|optional)\\('([^']+)'\\)");
    private static final Pattern LABEL = Pattern.compile("\\bf:label\\('([^']+)'");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:Words\\.(?:of|say|find|label|field)|Answer\\.of|filled)\\(|\\.refuse\\(|refuse\\((?=field,)");
    private static final Pattern LIST =
            Pattern.compile("(?:csv\\.(?:label|word)\\(|Field\\.(?:one|radios|several)\\(\"[^\"]+\",)\\s*\"([^\"]+)\"");
    private static final Pattern OPTIONS = Pattern.compile("\\bOption\\.of\\(");
    private static final Pattern PLACE = Pattern.compile("\\bplace\\(\"[^\"]+\", \"([^\"]+)\"");
    private static final Pattern UNCLEAR = Pattern.compile("\\bnew Unclear\\(");
    private static final Pattern COLUMNS = Pattern.compile("(?:(?:COLUMNS|HEAD) = \\{|new PageCsv\\()([^})]*)");

    private static final Pattern LISTS = Pattern.compile(
            "(?:\\bListPage\\.(?:<[\\w, ]+>)?(?:of|Action)|\\.backTo|\\.saying|\\bFilter\\.(?:search|from|to))\\(");
    private static final Pattern SHOWN = Pattern.compile("\\bColumn\\.(?:<\\w+>)?(\\w+)\\(\\s*\"([^\"]+)\"");
    private static final Pattern NARROWED =
            Pattern.compile("\\bFilter\\.(?:one|record)\\(\\s*\"([^\"]+)\",\\s*(?:\"([^\"]+)\")?");

    /** Keys that are asked for as they stand, and where. */
    final Map<String, String> keys = new TreeMap<>();
    /** Prefixes such as {@code fund.}, behind which a value stands, and where. */
    final Map<String, String> prefixes = new TreeMap<>();
    /** Paths of fields that are asked for as they stand, and where. */
    final Map<String, String> fields = new TreeMap<>();
    /** What is put into the gaps of a page's words is too much or too little. */
    final List<String> badlyFilled = new ArrayList<>();

    static WordsInUse of(Path templates, Path java, Map<String, String> words) {
        var use = new WordsInUse();
        files(templates, ".html")
                .forEach(file -> use.template(file.getFileName().toString(), text(file), words));
        files(java, ".java").forEach(file -> use.java(file.getFileName().toString(), text(file)));
        return use;
    }

    static Stream<Path> files(Path folder, String ending) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void template(String file, String text, Map<String, String> words) {
        var said = PAGE_WORD.matcher(text);
        while (said.find()) {
            keys.put(said.group(1), file);
            int given =
                    said.group(2).isEmpty() ? 0 : arguments(text, said.end()).size();
            var sentence = words.get(said.group(1));
            if (sentence != null && new Sentence(Language.EN, sentence).gaps().size() != given) {
                badlyFilled.add(file + ": " + said.group(1));
            }
        }
        WORD.matcher(text).results().forEach(found -> keys.put(found.group(1), file));
        FIELD.matcher(text).results().forEach(found -> fields.put(found.group(1), file));
        LABEL.matcher(text).results().forEach(found -> prefixes.put(found.group(1) + ".", file));
    }

    void java(String file, String text) {
        LIST.matcher(text).results().forEach(found -> prefixes.put(found.group(1) + ".", file));
        COLUMNS.matcher(text)
                .results()
                .flatMap(columns -> literals(columns.group(1)))
                .forEach(column -> fields.put(column, file));
        calls(LISTS, text).forEach(call -> headings(call).forEach(key -> keys.put(key, file)));
        SHOWN.matcher(text)
                .results()
                .filter(column -> !column.group(1).equals("status"))
                .forEach(column -> {
                    fields.put(column.group(2), file);
                    if (column.group(1).matches("label|code")) {
                        prefixes.put(column.group(2) + ".", file);
                    }
                });
        NARROWED.matcher(text).results().forEach(by -> {
            fields.put(by.group(1), file);
            if (by.group(2) != null) {
                prefixes.put(by.group(2) + ".", file);
            }
        });
        PLACE.matcher(text).results().forEach(found -> keys.put("nav." + found.group(1), file));
        calls(UNCLEAR, text)
                .forEach(call -> literals(call.get(1))
                        .filter(key -> key.matches("[a-z-]+"))
                        .forEach(key -> keys.put(key, file)));
        calls(OPTIONS, text).filter(call -> call.size() > 2).forEach(call -> options(file, call));
        calls(ASKS, text).filter(call -> call.size() > 2).forEach(call -> asked(file, call.get(0), call.get(2)));
    }

    /** The words of a list's page, which stand before its columns. */
    private static Stream<String> headings(List<String> call) {
        return call.stream().skip(1).limit(2).flatMap(WordsInUse::literals).filter(key -> !key.startsWith("/"));
    }

    /** The calls of these methods: what is called, and its arguments. */
    private static Stream<List<String>> calls(Pattern methods, String text) {
        return methods.matcher(text).results().map(call -> {
            var said = new ArrayList<>(List.of(call.group()));
            said.addAll(arguments(text, call.end()));
            return said;
        });
    }

    private static Stream<String> literals(String text) {
        return LITERAL.matcher(text).results().map(found -> found.group(1));
    }

    /** The values of a list, where they stand there. */
    private void options(String file, List<String> call) {
        literals(call.get(2)).forEach(list -> {
            prefixes.put(list + ".", file);
            call.stream().skip(3).flatMap(WordsInUse::literals).forEach(value -> keys.put(list + "." + value, file));
        });
    }

    /** What the argument of a call says that names the word. */
    private void asked(String file, String call, String argument) {
        var isJoined = argument.contains("+");
        literals(argument).forEach(text -> {
            if (text.length() > 1 && text.endsWith(".") && isJoined) {
                prefixes.put(text, file);
            } else if (call.contains("label")) {
                prefixes.put(text + ".", file);
            } else if (call.contains("field") || call.startsWith("Answer")) {
                fields.put(text, file);
            } else if (!isJoined) {
                keys.put(text, file);
            }
        });
    }

    /** The arguments of a call whose bracket opens before {@code from}. */
    static List<String> arguments(String text, int from) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        int start = from;
        boolean isQuoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            isQuoted ^= c == '"' || c == '\'';
            if (isQuoted) {
                continue;
            }
            if (depth == 0 && (c == ',' || c == ')')) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
                if (c == ')') {
                    return arguments;
                }
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return arguments;
    }
}
