package org.fundtrail.journal;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.journal.Person.AUDITOR;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is found in the record, by whom, and how. */
@QuarkusTest
class EntriesTest {
    @Inject
    Journal journal;

    @Inject
    Sealer sealer;

    private final UUID record = UUID.randomUUID();

    /** An entry about this test's record, of which the sealer hears nothing. */
    private String recorded(String at) {
        var by = Writer.system("test", "LT-VRM", UUID.randomUUID().toString(), Instant.parse(at));
        var change = Change.of(new Subject("test", record, "A test"), Role.SYSTEM, "test.done", by)
                .because(by.key());
        QuarkusTransaction.requiringNew().run(() -> journal.write(change));
        return by.key();
    }

    @Test
    void who_follows_the_record_and_writes_finds_their_own_entry_in_what_they_read_next() {
        sealer.seal();
        long size = Books.count("SELECT size FROM journal.log_head");
        var mine = recorded("2026-01-05T10:00:00Z");
        AUDITOR.get(API + "/entries?after=" + (size - 1)).body("items[0].reason", equalTo(mine));
        var another = recorded("2026-01-05T10:00:01Z");
        AUDITOR.get(API + "/entries/" + (size + 1)).statusCode(200).body("reason", equalTo(another));
    }
}
