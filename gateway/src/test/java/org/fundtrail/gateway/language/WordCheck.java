package org.fundtrail.gateway.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Holds the words of a language against those in use. */
final class WordCheck {
    /** What agrees with a kind of record, or with what a filter filters. */
    private static final Pattern AGREES = Pattern.compile("[A-Za-z-]+\\.(status\\.[A-Z]+|step\\.[A-Z_]+|all)");

    private static final Pattern REFUSED_FIELD = Pattern.compile("problem\\.([a-z-]+)\\.(.+)");

    private final WordsInUse use;
    private final WordFamilies families;

    WordCheck(WordsInUse use, WordFamilies families) {
        this.use = use;
        this.families = families;
    }

    static Properties properties(Path file) {
        var words = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** What has no words, and where it is asked for. */
    Set<String> missing(Map<String, String> words) {
        var missing = new TreeSet<String>();
        use.keys.forEach((key, file) -> {
            if (!words.containsKey(key)) {
                missing.add(key + " in " + file);
            }
        });
        use.fields.forEach((path, file) -> {
            if (field(path, words).isEmpty()) {
                missing.add("field." + path + " in " + file);
            }
        });
        use.prefixes.forEach((prefix, file) -> {
            var ofAll = prefix.substring(prefix.indexOf('.') + 1); // such as status. of allocation.status.
            if (!prefix.equals("field.")
                    && !families.possible.containsKey(prefix)
                    && !families.possible.containsKey(ofAll)
                    && use.keys.keySet().stream().noneMatch(key -> key.startsWith(prefix))) {
                missing.add(prefix + "* in " + file);
            }
        });
        families.fields.stream()
                .filter(path -> field(path, words).isEmpty())
                .forEach(path -> missing.add("field." + path));
        families.needed.forEach((prefix, members) -> members.stream()
                .map(member -> prefix + member)
                .filter(key -> !words.containsKey(key))
                .forEach(missing::add));
        return missing;
    }

    /** The words that nobody asks for. */
    Set<String> unused(Map<String, String> words) {
        var used = new HashSet<>(use.keys.keySet());
        use.fields.keySet().forEach(path -> used.addAll(field(path, words)));
        families.fields.forEach(path -> used.addAll(field(path, words)));
        families.fieldsBesides().forEach(path -> used.addAll(field(path, words)));
        families.possible.forEach((prefix, members) -> members.forEach(member -> used.add(prefix + member)));
        var unused = new TreeSet<>(words.keySet());
        unused.removeAll(used);
        unused.removeIf(key -> isAgreeing(key, words) || isOfField(key));
        return unused;
    }

    /** Whether it says for one kind what is said for all, which some languages do and others need not. */
    static boolean isAgreeing(String key) {
        return AGREES.matcher(key).matches();
    }

    /** Says otherwise, for one kind, what is said for all. */
    private static boolean isAgreeing(String key, Map<String, String> words) {
        var agrees = AGREES.matcher(key);
        return agrees.matches()
                && words.containsKey(agrees.group(1))
                && !words.get(agrees.group(1)).equals(words.get(key));
    }

    /** Says of one field what is refused of any. */
    private boolean isOfField(String key) {
        var refused = REFUSED_FIELD.matcher(key);
        return refused.matches()
                && families.possible.get("problem.").contains(refused.group(1))
                && families.fields.contains(refused.group(2));
    }

    /** The keys of the words that name the field at this path; of a field in a field those of both; none where there are none. */
    private static Set<String> field(String path, Map<String, String> words) {
        if (words.containsKey("field." + path)) {
            return Set.of("field." + path);
        }
        int inner = path.indexOf('.');
        if (inner < 0) {
            return Set.of();
        }
        var outer = field(path.substring(0, inner), words);
        var rest = field(path.substring(inner + 1), words);
        var both = new HashSet<>(outer);
        both.addAll(rest);
        return outer.isEmpty() || rest.isEmpty() ? Set.of() : both;
    }
}
