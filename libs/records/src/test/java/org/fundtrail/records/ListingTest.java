package org.fundtrail.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
import org.junit.jupiter.api.Test;

/** What a list asks the database, without one. */
class ListingTest {
    private static final UUID PROGRAMME = UUID.fromString("01a20c1a-8df5-7001-9ca8-fa5d971714b0");
    private static final Pattern PARAM = Pattern.compile("(r\\.\\S+) = :(\\w+)");
    private static final Caller AUDITOR = new Caller(null, "Auditor", Set.of(Role.AUDITOR), "LT-VRM", "api");
    private static final Map<String, Sort> SORTS = Map.of("recordedAt", Sort.moment("r.recordedAt"));

    private final Map<String, Object> bound = new HashMap<>();
    private String asked;

    /** What is compared with what, as it was asked. */
    private Map<String, Object> asked(Listing<Recorded> listing) {
        listing.sorted(SORTS, null, "recordedAt").rows(entities(), null, 10);
        var compared = new HashMap<String, Object>();
        PARAM.matcher(asked).results().forEach(found -> compared.put(found.group(1), bound.get(found.group(2))));
        return compared;
    }

    @Test
    void a_list_narrowed_to_two_records_keeps_both() {
        var listing = Listing.of(Recorded.class, AUDITOR)
                .within(PROGRAMME.toString(), "r.programme.id", "r.programme.code")
                .within("BARRIER", "r.project.id", "r.project.reference")
                .within("SECOND", "r.contract.id", "r.contract.reference");
        assertEquals(
                Map.of("r.programme.id", PROGRAMME, "r.project.reference", "BARRIER", "r.contract.reference", "SECOND"),
                asked(listing));
    }

    @Test
    void a_list_narrowed_to_nothing_is_whole() {
        var listing = Listing.of(Recorded.class, AUDITOR)
                .within(null, "r.programme.id", "r.programme.code")
                .within(" ", "r.project.id", "r.project.reference");
        assertEquals(Map.of(), asked(listing));
        assertTrue(bound.isEmpty(), bound.toString());
    }

    private EntityManager entities() {
        return proxy(EntityManager.class, (self, method, args) -> {
            asked = (String) args[0];
            return proxy(TypedQuery.class, this::bind);
        });
    }

    private Object bind(Object query, Method method, Object[] args) {
        if (method.getName().equals("getResultList")) {
            return List.of();
        }
        if (method.getName().equals("setParameter")) {
            bound.put((String) args[0], args[1]);
        }
        return query;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler answer) {
        return type.cast(Proxy.newProxyInstance(ListingTest.class.getClassLoader(), new Class<?>[] {type}, answer));
    }
}
