package org.fundtrail.records;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.FoundRecord;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;
import org.fundtrail.common.TypedAmount;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;

/**
 * Finds records of every kind by what somebody types: by the whole of their reference first, by exactly this amount, then by text that
 * they contain, in any case and with or without diacritics. Each way is read out of an index and no further than to its limit.
 */
@ApplicationScoped
public class Search {
    /** Indexes of text are by three characters: shorter text would be looked for in every record. */
    private static final int SHORTEST = 3;

    /** One way to find records of a kind: the condition, and what is bound to each of its places. */
    private record Way(Findable kind, int rank, String condition, List<Object> values) {}

    private final AgroalDataSource database;
    private final Instance<RecordKind> kinds;

    Search(AgroalDataSource database, Instance<RecordKind> kinds) {
        this.database = database;
        this.kinds = kinds;
    }

    /** At most so many of each kind; by rank, those of a kind together, the latest first. */
    List<FoundRecord> of(String typed, int most, Caller reader, Sentences.Language language) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        var ways = kinds.stream()
                .sorted(Comparator.comparing(RecordKind::type))
                .map(RecordKind::found)
                .filter(kind -> kind != null)
                .flatMap(kind -> ways(kind, text))
                .sorted(Comparator.comparing(Way::rank))
                .toList();
        return read(ways, most, reader, language);
    }

    private static Stream<Way> ways(Findable kind, String text) {
        var called = new Way(kind, 0, "search.plain(" + kind.reference() + ") = search.plain(?)", List.of(text));
        var amount = TypedAmount.in(text);
        var coming = amount == null
                ? Stream.<Way>of()
                : kind.amounts().stream().map(of -> new Way(kind, 1, of + " = ?", List.of(amount)));
        var saying = text.length() < SHORTEST
                ? Stream.<Way>of()
                : kind.texts().stream()
                        .map(of -> new Way(kind, 2, contained(of), List.copyOf(Collections.nCopies(of.size(), text))));
        return Stream.of(Stream.of(called), coming, saying).flatMap(ways -> ways);
    }

    private static String contained(List<String> texts) {
        return texts.stream()
                .map(text -> "search.plain(" + text + ") LIKE search.anywhere(?) ESCAPE '!'")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String sql(Way way, int most, Caller reader) {
        return "(SELECT " + way.rank + " AS rank, f.* FROM (" + way.kind.select() + " WHERE " + way.condition
                + (reader.scope() == null ? "" : " AND r.institution = ?")
                + " ORDER BY r.recorded_at DESC, r.id DESC LIMIT " + most + ") f)";
    }

    private List<FoundRecord> read(List<Way> ways, int most, Caller reader, Sentences.Language language) {
        var asked = ways.stream().map(way -> sql(way, most, reader)).collect(Collectors.joining("\nUNION ALL\n"));
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(asked + "\nORDER BY rank, recorded_at DESC, id DESC")) {
            bind(select, ways, reader);
            try (var row = select.executeQuery()) {
                return together(row, most, language);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static void bind(PreparedStatement select, List<Way> ways, Caller reader) throws SQLException {
        int n = 1;
        for (var way : ways) {
            for (var value : way.values) {
                select.setObject(n++, value);
            }
            if (reader.scope() != null) {
                select.setString(n++, reader.scope());
            }
        }
    }

    /** Each once, those of a kind together. */
    private static List<FoundRecord> together(ResultSet row, int most, Sentences.Language language)
            throws SQLException {
        var byType = new LinkedHashMap<String, Map<UUID, FoundRecord>>();
        while (row.next()) {
            var found = found(row, language);
            var alike = byType.computeIfAbsent(found.type(), type -> new LinkedHashMap<>());
            if (alike.size() < most) {
                alike.putIfAbsent(found.id(), found);
            }
        }
        return byType.values().stream()
                .flatMap(alike -> alike.values().stream())
                .toList();
    }

    private static FoundRecord found(ResultSet row, Sentences.Language language) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        var amount = row.getBigDecimal("amount");
        var lithuanian = language == Sentences.Language.LT ? row.getString("title_lt") : null;
        return new FoundRecord(
                row.getString("type"),
                row.getObject("id", UUID.class),
                row.getString("reference"),
                lithuanian == null ? row.getString("title") : lithuanian,
                row.getString("party"),
                parent == null
                        ? null
                        : new Subject(row.getString("parent_type"), parent, row.getString("parent_reference")),
                amount == null ? null : new Money(amount, row.getString("currency")),
                row.getString("status"),
                row.getInt("rank") == 0);
    }
}
