package org.fundtrail.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which tables a service has and how each is proved: as an export's {@code tables.json} says it, and as it is known here ({@link KnownTables}). */
final class Tables {
    private static final long LARGEST = 10_000_000;

    /**
     * A table.
     *
     * @param as how it is proved: record, list, journal, comments or none
     * @param type of a record: that of its subjects
     * @param owner of a list: the column that says whose it is
     * @param fact of a list: the fact that says it
     * @param otherwise the facts that say a column as long as none of its own name does
     * @param hashed the facts that say the SHA-256 of a column
     * @param why it is not proved
     */
    record Table(
            String name,
            List<String> columns,
            List<String> key,
            String as,
            String type,
            String owner,
            String fact,
            Map<String, String> otherwise,
            Map<String, String> hashed,
            String why) {
        String file() {
            return "tables/" + name + ".ndjson";
        }

        /** Whether another is the same table, proved in the same way, whatever is said of why. */
        boolean isProvedLike(Table other) {
            if (as.equals("none")) {
                return other.as.equals("none");
            }
            return Set.copyOf(columns).equals(Set.copyOf(other.columns))
                    && columns.size() == other.columns.size()
                    && key.equals(other.key)
                    && as.equals(other.as)
                    && type.equals(other.type)
                    && Objects.equals(owner, other.owner)
                    && Objects.equals(fact, other.fact)
                    && otherwise.equals(other.otherwise)
                    && hashed.equals(other.hashed);
        }
    }

    private final Map<String, Table> tables = new TreeMap<>();
    private final Map<String, String> notProved = new TreeMap<>();
    private final Set<String> versioned = new TreeSet<>();
    private final Set<String> withoutTable = new TreeSet<>();

    private Tables() {}

    static Tables read(Source files) throws IOException, Unreadable {
        return read(files.bytes("tables.json", LARGEST));
    }

    static Tables read(byte[] json) throws Unreadable {
        var said = Json.object(json);
        var read = new Tables();
        for (var one : maps(said.get("tables"))) {
            var table = table(one);
            if (read.tables.put(table.name(), table) != null) {
                throw new Unreadable(Problem.NOT_UNDERSTOOD, "text", table.name());
            }
        }
        for (var one : maps(said.get("notProved"))) {
            read.notProved.put(text(one, "column"), text(one, "why"));
        }
        if (said.get("versioned") instanceof List<?> types) {
            types.forEach(type -> read.versioned.add(String.valueOf(type)));
        }
        if (said.get("withoutTable") instanceof List<?> types) {
            types.forEach(type -> read.withoutTable.add(String.valueOf(type)));
        }
        return read;
    }

    private static Table table(Map<?, ?> said) throws Unreadable {
        if (!(said.get("proof") instanceof Map<?, ?> proof)
                || !text(said, "name").matches("[a-z_]+\\.[a-z_]+")) {
            throw new Unreadable(Problem.NOT_UNDERSTOOD, "text", Texts.shortened(said));
        }
        return new Table(
                text(said, "name"),
                texts(said.get("columns")),
                texts(said.get("key")),
                text(proof, "as"),
                proof.get("type") == null ? typeOf(text(said, "name")) : text(proof, "type"),
                proof.get("owner") == null ? null : text(proof, "owner"),
                proof.get("fact") == null ? null : text(proof, "fact"),
                pairs(proof.get("otherwise")),
                pairs(proof.get("hashed")),
                proof.get("why") == null ? null : text(proof, "why"));
    }

    /** Where nothing else is said, a table is called like the records in it. */
    private static String typeOf(String table) {
        return table.substring(table.indexOf('.') + 1).replace('_', '-');
    }

    static List<Map<?, ?>> maps(Object said) throws Unreadable {
        var maps = new ArrayList<Map<?, ?>>();
        for (var one : said instanceof List<?> list ? list : List.of()) {
            if (!(one instanceof Map<?, ?> map)) {
                throw new Unreadable(Problem.NOT_UNDERSTOOD, "text", Texts.shortened(one));
            }
            maps.add(map);
        }
        return maps;
    }

    static String text(Map<?, ?> said, String name) throws Unreadable {
        if (said.get(name) instanceof String text) {
            return text;
        }
        throw new Unreadable(Problem.NOT_UNDERSTOOD, "text", name + ": " + Texts.shortened(said.get(name)));
    }

    private static List<String> texts(Object said) {
        return said instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    private static Map<String, String> pairs(Object said) {
        var pairs = new TreeMap<String, String>();
        if (said instanceof Map<?, ?> map) {
            map.forEach((column, fact) -> pairs.put(String.valueOf(column), String.valueOf(fact)));
        }
        return pairs;
    }

    /** All of them; those of the journal first, since others are read by what they say. */
    List<Table> all() {
        var all = new ArrayList<Table>();
        tables.values().stream().filter(table -> isJournal(table)).forEach(all::add);
        tables.values().stream().filter(table -> !isJournal(table)).forEach(all::add);
        return all;
    }

    private static boolean isJournal(Table table) {
        return table.name().startsWith("journal.");
    }

    Table of(String name) {
        return tables.get(name);
    }

    /** Columns that nothing proves, with the reason. */
    Map<String, String> notProved() {
        return notProved;
    }

    /** The types of records whose entries each keep a version. */
    Set<String> versioned() {
        return versioned;
    }

    /** The types of what has entries, but no table. */
    Set<String> withoutTable() {
        return withoutTable;
    }

    /** The types of records that have a table. */
    Set<String> recorded() {
        var types = new TreeSet<String>();
        tables.values().stream().filter(table -> table.as().equals("record")).forEach(table -> types.add(table.type()));
        return types;
    }

    boolean isProved(String table, String column) {
        return !notProved.containsKey(table + "." + column)
                && !notProved.containsKey("*." + column)
                && !notProved.containsKey(table.substring(table.indexOf('.') + 1) + "." + column);
    }
}
