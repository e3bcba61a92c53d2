package org.fundtrail.funding.expenditure;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;

/**
 * Cost items as infrastructure-service said them just now. An invoice that was recorded though there was one of its number, and of which
 * nobody said that it is another paper, draws on the accounts of that first one: what is claimed of either is claimed of both.
 */
public record Costs(Map<UUID, ExpenditureView> items) {

    private static final Set<String> CAME_TO_NOTHING = Set.of("REJECTED", "WITHDRAWN");

    public static final Costs NONE = new Costs(Map.of());

    /** The item, or null where there is none that the asker sees. */
    public ExpenditureView of(UUID id) {
        return items.get(id);
    }

    /** Whose accounts the item draws on: its own, or those of the first invoice unless that came to nothing. */
    public ExpenditureView account(ExpenditureView item) {
        var first = item.sharesWith() == null ? null : items.get(item.sharesWith());
        return first == null || CAME_TO_NOTHING.contains(first.status()) ? item : first;
    }
}
