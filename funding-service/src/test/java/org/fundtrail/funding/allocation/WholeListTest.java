package org.fundtrail.funding.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.Columns;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.funding.Funding;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Listing;
import org.fundtrail.records.WholeList;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** A file is as long as its list, and no record of it stays in memory. */
@QuarkusTest
class WholeListTest {
    @Inject
    WholeList whole;

    @Inject
    Allocations allocations;

    @Inject
    EntityManager entities;

    @Test
    @ActivateRequestContext
    void what_was_written_is_not_held() throws IOException {
        for (int n = 0; n < 3; n++) {
            Funding.proposed("1.00", "STAFF");
        }
        var reader = new Caller(UUID.randomUUID(), "Auditor", Set.of(Role.AUDITOR), "LT-VRM", "test");
        var held = new ArrayList<Integer>();
        var file = (StreamingOutput) whole.file(
                        asked(),
                        "allocations",
                        Columns.of(String.class).with("reference", reference -> reference),
                        (after, limit) -> {
                            held.add(entities.unwrap(Session.class)
                                    .getStatistics()
                                    .getEntityCount());
                            var listing = Listing.of(Allocation.class, reader)
                                    .sorted(Map.of("reference", Sort.text("r.terms.reference")), null, "reference");
                            var rows = allocations.list(listing, after, 1);
                            return listing.page(rows, 1, Allocation::reference);
                        })
                .getEntity();
        var bytes = new ByteArrayOutputStream();
        file.write(bytes);
        assertEquals(held.size() + 1, bytes.toString().lines().count(), "a stretch of one, and the head");
        assertTrue(held.size() >= 3, held.toString());
        assertEquals(Set.of(0), Set.copyOf(held));
    }

    /** Nothing in particular was asked for. */
    private static HttpHeaders asked() {
        return (HttpHeaders) Proxy.newProxyInstance(
                WholeListTest.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (self, method, none) -> List.of());
    }
}
