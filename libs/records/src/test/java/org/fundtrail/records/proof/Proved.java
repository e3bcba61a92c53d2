package org.fundtrail.records.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fundtrail.journal.Books;
import org.fundtrail.records.Person;

/** Whether the database of the service is as its entries say, and whether it is noticed where it is not. */
public final class Proved {
    private static final int SUBTREE = 256;

    private Proved() {}

    /** Records so many entries that a subtree of the log is complete and has a checkpoint. */
    public static void commentsUntilASubtreeIsComplete(String api, String type, String id) {
        do {
            Person.OFFICER
                    .post(api + "/comments", Person.comment(type, id, Person.APPROVER))
                    .statusCode(201);
        } while (Books.count("SELECT coalesce(max(size), 0) FROM journal.checkpoint") < SUBTREE);
    }

    /** What the service's own check finds wrong. */
    public static List<Finding> findings(String schema) {
        try (var connection = Books.superuser()) {
            OneMoment.begin(connection);
            var findings = new Findings();
            new RecordCheck(ProvedTables.of(connection, schema)).run(connection, findings, Progress.NONE);
            OneMoment.end(connection);
            return findings.kept();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What can be altered as a superuser without the service's own check noticing it. */
    public static List<String> unnoticed(String schema) {
        try (var connection = Books.superuser()) {
            var tables = ProvedTables.of(connection, schema);
            return new Tampers(connection, tables, Tampers.own(tables)).unnoticed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What nothing proves and docs/what-is-not-proved.md does not say so, or says too much. */
    public static List<String> undocumented(String schema) {
        try (var connection = Books.superuser()) {
            var tables = ProvedTables.of(connection, schema);
            var documented = documented();
            var wrong = new ArrayList<String>();
            tables.notProved().forEach((what, why) -> {
                if (!why.equals(documented.remove(what))) {
                    wrong.add(what + " is not documented with its reason");
                }
            });
            documented.keySet().stream()
                    .filter(what -> tables.all().anyMatch(table -> what.startsWith(table.full())))
                    .forEach(what -> wrong.add(what + " is documented and proved"));
            return wrong;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> documented() {
        try {
            var text = Files.readString(Path.of(System.getProperty("fundtrail.home"), "docs/what-is-not-proved.md"));
            var listed = new TreeMap<String, String>();
            Pattern.compile("(?m)^- `([^`]+)`: ((?:.|\n {2})+)$")
                    .matcher(text)
                    .results()
                    .forEach(one -> listed.put(one.group(1), one.group(2).replaceAll("\\s+", " ")));
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
