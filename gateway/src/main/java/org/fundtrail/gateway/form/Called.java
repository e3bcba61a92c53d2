package org.fundtrail.gateway.form;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** What the fields of a form are called on its page, where that is not what they are called everywhere, and what its rows are. */
public final class Called {
    private final Language language;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Supplier<String>> rows = new HashMap<>();

    Called(Language language) {
        this.language = language;
    }

    void field(String path, String label) {
        fields.put(path, label);
    }

    /** A row of a table, by the name with which those of its controls begin. */
    public void row(String name, Supplier<String> called) {
        rows.put(name, called);
    }

    /** What a field is called. */
    String of(String path) {
        var own = fields.get(Form.withoutRow(path));
        return own == null ? Words.field(language, path) : own;
    }

    /** What a field is called, unless the sentence says it already. */
    String unsaid(String path, String sentence) {
        var name = of(path);
        var locale = language.locale();
        return sentence.toLowerCase(locale).contains(name.toLowerCase(locale)) ? null : name;
    }

    /** Of which row a field is, the innermost; null where it is of none. */
    String row(String field) {
        return field == null
                ? null
                : rows.entrySet().stream()
                        .filter(row -> Form.isWithin(row.getKey(), field))
                        .max(Map.Entry.comparingByKey())
                        .map(row -> row.getValue().get())
                        .orElse(null);
    }
}
