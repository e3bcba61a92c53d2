package org.fundtrail.gateway.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.UUID;
import org.fundtrail.common.Entry;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.services.Services;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryViewTest {

    @ParameterizedTest
    @CsvSource({
        "allocation.approved, tick, ft-log__i--ok",
        "receipt.confirmed, tick, ft-log__i--ok",
        "commitment.rejected, cross, ft-log__i--bad",
        "receipt.refused, cross, ft-log__i--bad",
        "contract.returned, back, ft-log__i--warn",
        "baseline.withdrawn, back, ''",
        "commitment.changed, change, ''",
        "project.recorded, new, ''"
    })
    void only_what_was_approved_or_confirmed_is_green(String action, String icon, String tone) {
        var entry = new Entry(
                1,
                new UUID(0, 1),
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                action,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var view = EntryView.of(entry, Services.FUNDING, Language.EN);
        assertEquals(icon, view.icon());
        assertEquals(tone, view.tone());
    }
}
