package org.fundtrail.gateway.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** A table as it is typed or pasted: a row on each line, its cells parted by tabs, as they come out of a spreadsheet, or by semicolons. */
final class TypedRows {
    private static final Pattern AT_ROW = Pattern.compile("(.+)\\[(\\d+)].*");

    private TypedRows() {}

    /** What each row says, by the names of its cells; what cannot be read is noted in the form by the number of its row. */
    static List<Map<String, Object>> read(Form form, Field table) {
        var rows = new ArrayList<Map<String, Object>>();
        var lines =
                form.value(table.path).lines().filter(line -> !line.isBlank()).toList();
        for (int n = 0; n < lines.size(); n++) {
            rows.add(row(form, table, n, lines.get(n)));
        }
        return rows.isEmpty() ? null : rows;
    }

    private static Map<String, Object> row(Form form, Field table, int n, String line) {
        var typed = line.split(line.contains("\t") ? "\t" : ";", -1);
        var row = new LinkedHashMap<String, Object>();
        if (typed.length > table.cells.size()) {
            form.refuse(
                    table.path, "row-too-long", "n", String.valueOf(n + 1), "max", String.valueOf(table.cells.size()));
        }
        for (int at = 0; at < table.cells.size(); at++) {
            var cell = table.cells.get(at);
            var alone = Form.empty(form.language()).with(cell.path, at < typed.length ? typed[at].strip() : "");
            put(row, name(table, cell), cell.read(alone));
            alone.errors().forEach(error -> form.tell(table.path, at(form.language(), n, error.message())));
        }
        return row;
    }

    /** What lies within a part of the row, such as {@code question.lt}, is put there. */
    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> row, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            row.put(name, value);
        } else {
            var part = row.computeIfAbsent(name.substring(0, dot), none -> new LinkedHashMap<String, Object>());
            put((Map<String, Object>) part, name.substring(dot + 1), value);
        }
    }

    private static JsonNode at(JsonNode row, Field table, Field cell) {
        return row.at("/" + name(table, cell).replace('.', '/'));
    }

    private static String name(Field table, Field cell) {
        return cell.path.substring(table.path.length() + 1);
    }

    private static String at(Language language, int n, String message) {
        return Words.say(language, "in-row", Map.of("n", String.valueOf(n + 1), "said", message));
    }

    /** Where the form has a table at which a refusal of a service belongs, that table. */
    static String table(Form form, String path) {
        var row = AT_ROW.matcher(path);
        return row.matches() && form.has(row.group(1)) ? row.group(1) : null;
    }

    /** What a service said of a row, with its number. */
    static String message(Language language, String path, String message) {
        var row = AT_ROW.matcher(path);
        return row.matches() ? at(language, Integer.parseInt(row.group(2)), message) : message;
    }

    /** The rows of a record as they would be typed. */
    static String typed(Language language, Field table, JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> table.cells.stream()
                        .map(cell -> {
                            var alone = Form.empty(language);
                            cell.fill(alone, at(row, table, cell));
                            return alone.value(cell.path);
                        })
                        .collect(Collectors.joining("; ")))
                .collect(Collectors.joining("\n"));
    }

    static String words(Language language, Field table, JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> table.cells.stream()
                        .map(cell -> cell.words(language, at(row, table, cell), List.of()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")))
                .collect(Collectors.joining("\n"));
    }
}
