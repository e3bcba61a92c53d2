package org.fundtrail.verifier;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * The tables of each service as this verifier knows them: which there are, with which columns, how each is proved, and what may be not proved.
 * An export says the same of itself, and whoever packs one anew can have it say something else; so it is only held against what is known.
 */
final class KnownTables {
    private static final Pattern NAME = Pattern.compile("[a-z]{1,40}");

    private KnownTables() {}

    /** Those of a service. */
    static Tables of(String service) throws IOException, Unreadable {
        if (NAME.matcher(service).matches()) {
            try (var in = KnownTables.class.getResourceAsStream("tables_" + service + ".json")) {
                if (in != null) {
                    return Tables.read(in.readAllBytes());
                }
            }
        }
        throw new Unreadable(Problem.SERVICE_UNKNOWN, "service", service);
    }

    /** Says in what an export speaks otherwise of its tables than is known of them. */
    static void compare(Tables known, Source files, String where, Report report) throws IOException {
        try {
            compare(known, Tables.read(files), report);
        } catch (Unreadable e) {
            report.found(e, "file", where + "tables.json");
        }
    }

    private static void compare(Tables known, Tables said, Report report) {
        for (var table : known.all()) {
            var its = said.of(table.name());
            if (its == null) {
                report.found(Problem.TABLE_LEFT_OUT, "table", table.name());
            } else if (isNone(its) && !isNone(table)) {
                report.found(Problem.NOT_PROVED_TOO_MUCH, "table", table.name());
            } else if (!table.isProvedLike(its)) {
                report.found(Problem.TABLE_DIFFERS, "table", table.name());
            }
        }
        for (var table : said.all()) {
            if (known.of(table.name()) == null) {
                report.found(Problem.TABLE_UNKNOWN, "table", table.name());
            }
        }
        for (var column : said.notProved().keySet()) {
            if (!known.notProved().containsKey(column)) {
                report.found(Problem.NOT_PROVED_TOO_MUCH, "field", column);
            }
        }
        if (!known.versioned().equals(said.versioned())) {
            report.found(Problem.TABLE_DIFFERS, "table", "journal.version");
        }
    }

    private static boolean isNone(Tables.Table table) {
        return table.as().equals("none");
    }
}
