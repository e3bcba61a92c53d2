package org.fundtrail.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/** What lists ask of the database, and how it would find that however long they are. */
public final class Plans {
    private static final ConcurrentLinkedQueue<String> SORTED = new ConcurrentLinkedQueue<>();

    private Plans() {}

    /** Notes a statement that Hibernate is about to run; a {@code StatementInspector} of the tests calls it. */
    public static String seen(String sql) {
        if (sql.contains(" order by ") && sql.contains(" fetch first ")) {
            SORTED.add(sql);
        }
        return sql;
    }

    /**
     * The plan of the one sorted stretch that somebody is now read, for any values.
     *
     * @param settings of the planner, such as {@code enable_seqscan}, that are off
     */
    public static String of(DataSource database, Runnable reading, String... settings) {
        SORTED.clear();
        reading.run();
        var sql = new StringBuilder();
        int n = 0;
        for (var part : (SORTED.remove() + " ").split("\\?")) {
            sql.append(n == 0 ? "" : "$" + n).append(part);
            n++;
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var setting : settings) {
                statement.execute("SET LOCAL " + setting + " = off");
            }
            var plan = new ArrayList<String>();
            statement.execute("SET LOCAL plan_cache_mode = force_generic_plan");
            statement.execute("PREPARE stretch AS " + sql);
            var values = String.join(", ", Collections.nCopies(n - 1, "NULL"));
            try (var rows = statement.executeQuery("EXPLAIN EXECUTE stretch(" + values + ")")) {
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            }
            statement.execute("DEALLOCATE stretch");
            connection.rollback();
            return String.join("\n", plan);
        } catch (SQLException e) {
            throw new AssertionError(sql.toString(), e);
        }
    }

    /** The addresses of each of these orders, both ways round. */
    public static List<String> sorted(String list, String... by) {
        var lists = new ArrayList<String>();
        for (var sort : by) {
            lists.add(list + "?sort=" + sort + "&limit=1");
            lists.add(list + "?sort=-" + sort + "&limit=1");
        }
        return lists;
    }
}
