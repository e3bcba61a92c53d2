package org.fundtrail.records.proof;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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

    /** Columns and tables that nothing proves, as the docs have to list them. */
    public static Map<String, String> notProved(String schema) {
        try (var connection = Books.superuser()) {
            return ProvedTables.of(connection, schema).notProved();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
