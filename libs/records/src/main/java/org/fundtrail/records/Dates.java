package org.fundtrail.records;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.RecordDate;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;

/** The days of records of every kind that come to somebody by their role. Each kind gives what comes first, out of an index. */
@ApplicationScoped
class Dates {
    private static final int MOST = 50;

    private final AgroalDataSource database;
    private final Instance<RecordKind> kinds;

    Dates(AgroalDataSource database, Instance<RecordKind> kinds) {
        this.database = database;
        this.kinds = kinds;
    }

    /**
     * Which days are asked for.
     *
     * @param isLatestFirst whether the last of them come first
     * @param beyond goes on behind the record of this id, on the day that comes first; or null
     */
    record Span(LocalDate from, LocalDate until, boolean isLatestFirst, UUID beyond) {
        String order() {
            return isLatestFirst ? " DESC" : "";
        }

        LocalDate first() {
            return isLatestFirst ? until : from;
        }
    }

    /** At most fifty of these days, in the order that is asked for. */
    List<RecordDate> of(Caller reader, Span span) {
        var mine = kinds.stream()
                .sorted(Comparator.comparing(RecordKind::type))
                .flatMap(kind -> kind.dates().stream())
                .filter(dated -> dated.roles().stream().anyMatch(reader::is))
                .toList();
        return mine.isEmpty() ? List.of() : read(mine, reader, span);
    }

    private static String sql(Dated dated, Caller reader, Span span) {
        return "(" + dated.select() + " WHERE " + dated.counting() + " AND " + dated.column() + " BETWEEN ? AND ?"
                + (reader.scope() == null ? "" : " AND r.institution = ?")
                + (span.beyond == null
                        ? ""
                        : " AND (" + dated.column() + ", r.id) " + (span.isLatestFirst ? "<" : ">") + " (?, ?)")
                + " ORDER BY " + dated.column() + span.order() + ", r.id" + span.order() + " LIMIT " + MOST + ")";
    }

    private List<RecordDate> read(List<Dated> mine, Caller reader, Span span) {
        var all = mine.stream().map(dated -> sql(dated, reader, span)).collect(Collectors.joining("\nUNION ALL\n"));
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT d.* FROM (" + all + ") d ORDER BY d.day" + span.order()
                        + ", d.id" + span.order() + " LIMIT " + MOST)) {
            bind(select, mine, reader, span);
            var found = new ArrayList<RecordDate>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(date(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static void bind(PreparedStatement select, List<Dated> mine, Caller reader, Span span) throws SQLException {
        int n = 1;
        for (var dated : mine) {
            select.setObject(n++, span.from.minusDays(dated.after()));
            select.setObject(n++, span.until.minusDays(dated.after()));
            if (reader.scope() != null) {
                select.setString(n++, reader.scope());
            }
            if (span.beyond != null) {
                select.setObject(n++, span.first().minusDays(dated.after()));
                select.setObject(n++, span.beyond);
            }
        }
    }

    private static RecordDate date(ResultSet row) throws SQLException {
        return new RecordDate(
                row.getString("type"),
                row.getObject("id", UUID.class),
                row.getString("reference"),
                Waiting.parent(row),
                row.getString("what"),
                row.getObject("day", LocalDate.class));
    }
}
