package org.fundtrail.records;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Cursor;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Named;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.hibernate.jpa.HibernateHints;

/**
 * A filtered, sorted list of records, read by keyset: the page after a row is found by that row's sort value and id, so that page 1000
 * costs what page 1 costs and no row is shown twice or missed. In HQL the record is called {@code r}.
 */
public final class Listing<E extends Recorded> {
    private final Class<E> type;
    private final StringBuilder where = new StringBuilder("WHERE 1 = 1");
    private final Map<String, Object> params = new HashMap<>();
    /** The records by whose id it is narrowed: the condition, and the id. */
    private final Map<String, UUID> ids = new HashMap<>();

    /** How many bytes of records a page has room for, about: however long they are, a page is not. */
    private static final long ROOM = 1 << 20;
    /** So many are read before it is known how long they are: a page of the usual limit, and whether there is another. */
    private static final int FIRST = 51;

    private final boolean isOfOneInstitution;
    private ToLongFunction<E> length;
    private boolean isCut;
    private Columns.Sort sort;
    private boolean descending;
    private Map<String, String> sums = Map.of();
    /** What the rows that were read are sorted by. */
    private final List<Object> keys = new ArrayList<>();

    private int seen;
    private boolean isFiltered;
    private boolean isFirst;
    private Integer count;
    private Map<String, Money> summed;
    private Supplier<Money> total;
    private Long recorded;

    private Listing(Class<E> type, boolean isOfOneInstitution) {
        this.type = type;
        this.isOfOneInstitution = isOfOneInstitution;
    }

    /** Those that the caller sees. */
    public static <E extends Recorded> Listing<E> of(Class<E> type, Caller reader) {
        var listing = new Listing<>(type, reader.scope() != null)
                .where("r.institution = :institution", "institution", reader.scope());
        listing.isFiltered = false; // all that this reader sees
        return listing;
    }

    /** Narrows the list unless the value is null. */
    public Listing<E> where(String condition, String param, Object value) {
        if (value != null) {
            where.append(" AND ").append(condition);
            params.put(param, value);
            isFiltered = true;
            if (value instanceof UUID id) {
                ids.put(condition.replace(":" + param, ":id"), id);
            }
        }
        return this;
    }

    /** Narrows the list by a condition that asks for no value, unless it is null. */
    public Listing<E> where(String condition) {
        if (condition != null) {
            where.append(" AND ").append(condition);
            isFiltered = true;
        }
        return this;
    }

    /**
     * Narrows the list to what counted somewhere by a day, unless that is null. What all of it comes to is a sum that the
     * books keep, and is said unless something narrows the list after this.
     *
     * @param of on which accounts the records count to which it was narrowed before this
     */
    public Listing<E> counted(Counted.On on, Counted.Day by, Supplier<Predicate<Balances.Balance>> of) {
        if (by.day() != null) {
            where(
                    "function('" + on.function() + "', r.id, '" + on.kind() + "', :countedBy) <> 0",
                    "countedBy",
                    by.day());
            total = () -> by.kept(of.get());
            recorded = by.recorded();
            isFiltered = false;
        }
        return this;
    }

    /** Whether a record, by its id, is one of these; where nothing narrows them, each is. */
    public Predicate<UUID> among(EntityManager entities) {
        if (!isFiltered) {
            return id -> true;
        }
        return ids(entities)::contains;
    }

    /** Whether two ids are those that these properties of one of the records say; where nothing narrows them, any are. */
    public BiPredicate<UUID, UUID> pairs(EntityManager entities, String one, String other) {
        if (!isFiltered) {
            return (id, its) -> true;
        }
        var found = all(entities, "DISTINCT " + one + ", " + other, Object[].class).stream()
                .map(List::of)
                .collect(Collectors.toSet());
        return (id, its) -> found.contains(List.<Object>of(id, its));
    }

    /** The ids of all of it. */
    public Set<UUID> ids(EntityManager entities) {
        return Set.copyOf(all(entities, "r.id", UUID.class));
    }

    private <T> List<T> all(EntityManager entities, String what, Class<T> as) {
        var query = entities.createQuery("SELECT " + what + " FROM " + type.getSimpleName() + " r " + where, as);
        params.forEach(query::setParameter);
        return query.getResultList();
    }

    /** Narrows the list to what belongs to one record, named by its id or else by its reference, unless the text is blank. */
    public Listing<E> within(String text, String id, String reference) {
        if (text == null || text.isBlank()) {
            return this;
        }
        var named = Named.of(text);
        var param = "named" + params.size(); // a list may be narrowed to several
        return named.id() != null
                ? where(id + " = :" + param, param, named.id())
                : where(reference + " = :" + param, param, named.reference());
    }

    /** Narrows the list to the record of exactly this reference, unless the text is blank. */
    public Listing<E> named(String property, String reference) {
        return where(
                property + " = :reference",
                "reference",
                reference == null || reference.isBlank() ? null : reference.strip());
    }

    /** Narrows the list to what contains the text, in any case and with or without diacritics; the properties are HQL expressions. */
    public Listing<E> containing(String text, String... properties) {
        return text == null || text.isBlank() ? this : where(contained(properties), "text", text.strip());
    }

    /** The same where the texts stand in several tables, those of each together: each is looked up in its own index. */
    public Listing<E> containingIn(String text, List<String[]> tables) {
        if (text == null || text.isBlank()) {
            return this;
        }
        var found = tables.stream()
                .map(properties -> "SELECT r.id FROM " + type.getSimpleName() + " r WHERE " + contained(properties))
                .collect(Collectors.joining(" UNION ALL ", "r.id IN (", ")"));
        return where(found, "text", text.strip());
    }

    private static String contained(String... properties) {
        return Stream.of(properties)
                .map(p -> "function('search.plain' as String, " + p
                        + ") LIKE function('search.anywhere' as String, :text) ESCAPE '!'")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** Sorts by one of the columns, and adds up those that can be. */
    public Listing<E> in(Columns<?> columns, String asked, String otherwise) {
        sums = columns.sums();
        return sorted(columns.sorts(), asked, otherwise);
    }

    /** Sorts by one of the named ways; a leading minus turns it round. */
    public Listing<E> sorted(Map<String, Columns.Sort> ways, String asked, String otherwise) {
        var wanted = asked == null || asked.isBlank() ? otherwise : asked;
        descending = wanted.startsWith("-");
        sort = ways.get(descending ? wanted.substring(1) : wanted);
        if (sort == null) {
            throw Refusal.ofField(
                    InputRule.UNKNOWN_VALUE,
                    "sort",
                    "allowed",
                    String.join(", ", ways.keySet().stream().sorted().toList()));
        }
        return this;
    }

    /** Ends pages early that would become too long to be held in memory by many readers. */
    public Listing<E> measured(ToLongFunction<E> length) {
        this.length = length;
        return this;
    }

    /** The records after the cursor, one more than the limit if there are more; fewer where they are long. */
    public List<E> rows(EntityManager entities, String after, int limit) {
        var cursor = Cursor.decode(after);
        seen = cursor == null ? 0 : cursor.seen();
        count = cursor == null ? null : cursor.count();
        var rows = length == null ? read(entities, cursor, limit + 1) : readMeasured(entities, cursor, limit + 1);
        if (isBack(cursor)) {
            return turned(rows, limit);
        }
        if (rows.isEmpty() && isOfOneInstitution && ids.entrySet().stream().anyMatch(id -> isAnothers(entities, id))) {
            Foreign.noted();
        }
        isFirst = cursor == null && limit <= Page.LARGEST; // a file says neither
        if (isFirst) {
            countAndSum(entities, rows.size() <= limit && !isCut ? rows.size() : null);
        }
        return rows;
    }

    /** What was read back, in the order of the list: the nearest are on the page, and it goes on where one came from. */
    private List<E> turned(List<E> rows, int limit) {
        var isBeginning = rows.size() <= limit && !isCut;
        var shown = new ArrayList<>(rows.subList(0, Math.min(rows.size(), limit)));
        keys.subList(shown.size(), keys.size()).clear();
        Collections.reverse(shown);
        Collections.reverse(keys);
        seen = isBeginning ? 0 : Math.max(1, seen - shown.size());
        isCut = !shown.isEmpty();
        return shown;
    }

    private List<E> readMeasured(EntityManager entities, Cursor cursor, int most) {
        var rows = new ArrayList<E>();
        long bytes = 0;
        for (int next = Math.min(FIRST, most); next > 0 && !isCut; ) {
            var found = read(entities, rows.isEmpty() ? cursor : at(rows, rows.size() - 1, 0, isBack(cursor)), next);
            rows.addAll(found);
            if (found.size() < next) {
                return rows;
            }
            bytes += found.stream().mapToLong(length).sum();
            isCut = bytes >= ROOM && rows.size() < most;
            next = (int) Math.min(most - rows.size(), Math.max(1, (ROOM - bytes) / Math.max(1, bytes / rows.size())));
        }
        return rows;
    }

    /** From this row on or, with {@code isBack}, back. */
    private Cursor at(List<E> rows, int n, int seen, boolean isBack) {
        var key = keys.get(n);
        var text = key instanceof BigDecimal amount ? amount.toPlainString() : key.toString();
        return new Cursor(text, rows.get(n).id(), seen, count, isBack);
    }

    private static boolean isBack(Cursor cursor) {
        return cursor != null && cursor.isBack();
    }

    private List<E> read(EntityManager entities, Cursor cursor, int most) {
        var isDown = descending != isBack(cursor);
        var order = isDown ? " DESC" : " ASC";
        var hql = "SELECT r, " + sort.property() + " FROM " + type.getSimpleName() + " r " + where
                + (cursor == null
                        ? ""
                        : " AND (" + sort.property() + ", r.id) " + (isDown ? "<" : ">") + " (:after, :afterId)")
                + " ORDER BY " + sort.property() + order + ", r.id" + order;
        var query = bound(entities.createQuery(hql, Object[].class))
                .setMaxResults(most)
                .setHint(HibernateHints.HINT_READ_ONLY, true);
        if (cursor != null) {
            query.setParameter("after", read(cursor));
            query.setParameter("afterId", cursor.id());
        }
        var found = query.getResultList();
        found.forEach(row -> keys.add(row[1]));
        return found.stream().map(row -> type.cast(row[0])).toList();
    }

    private <T> TypedQuery<T> bound(TypedQuery<T> query) {
        params.forEach(query::setParameter);
        return query;
    }

    /** Whether there is anything that belongs to this record, where the reader sees nothing: it is another institution's then. */
    private boolean isAnothers(EntityManager entities, Map.Entry<String, UUID> id) {
        return !entities.createQuery(
                        "SELECT r.id FROM " + type.getSimpleName() + " r WHERE " + id.getKey()
                                + " AND r.institution <> :institution",
                        UUID.class)
                .setParameter("id", id.getValue())
                .setParameter("institution", params.get("institution"))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** @param known how many there are, where that is known */
    private void countAndSum(EntityManager entities, Integer known) {
        count = known;
        var isSummed = recorded == null && !sums.isEmpty(); // as of a day what counted is not what was recorded
        if (known != null && !isSummed) {
            return;
        }
        var asked = new StringBuilder("SELECT count(*)");
        sums.values()
                .forEach(property -> asked.append(", sum(").append(property).append(')'));
        var found = bound(entities.createQuery(asked + " FROM " + type.getSimpleName() + " r " + where, Object[].class))
                .getSingleResult();
        count = ((Long) found[0]).intValue();
        if (isSummed) {
            summed = new LinkedHashMap<>();
            sums.keySet().forEach(name -> summed.put(name, sum(found[summed.size() + 1])));
        }
    }

    /** Of nothing, nothing. */
    private static Money sum(Object found) {
        return Money.eur(found == null ? BigDecimal.ZERO : (BigDecimal) found);
    }

    private Object read(Cursor cursor) {
        try {
            var value = sort.read().apply(cursor.sort());
            if (Cursor.canBeKept(value)) {
                return value;
            }
        } catch (RuntimeException e) {
            // said below
        }
        throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
    }

    /** What is shown of the page after a cursor, by the ids of its records. */
    public <T> Page<T> page(EntityManager entities, String after, int limit, Function<List<E>, Map<UUID, T>> shown) {
        var rows = rows(entities, after, limit);
        var views = shown.apply(rows);
        return page(rows, limit, one -> views.get(one.id()));
    }

    /** The page that starts with these rows. */
    public <T> Page<T> page(List<E> rows, int limit, Function<E, T> item) {
        int shown = Math.min(rows.size(), limit);
        var isMore = rows.size() > limit || isCut;
        return new Page<>(
                rows.subList(0, shown).stream().map(item).toList(),
                isMore ? at(rows, shown - 1, seen + shown, false).encoded() : null,
                rows.isEmpty() ? null : seen + 1,
                rows.isEmpty() || seen == 0 ? null : at(rows, 0, seen, true).encoded(),
                count,
                summed,
                !isFirst || total == null || isFiltered ? null : total.get(),
                recorded);
    }

    /** An id given in a query, or null; what is no id finds nothing. */
    public static UUID id(String text, String field) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.ofField(InputRule.MALFORMED_VALUE, field, "expected", "give the id of a record");
        }
    }

    /** One of the values of an enum given in a query, or null. */
    public static <T extends Enum<T>> T oneOf(Class<T> allowed, String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        for (var value : allowed.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw Refusal.ofField(
                InputRule.UNKNOWN_VALUE,
                field,
                "allowed",
                Arrays.stream(allowed.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    }
}
