package org.fundtrail.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.fundtrail.common.Refusal;
import org.junit.jupiter.api.Test;

class ApprovalStatusTest {
    private static final Map<ApprovalStatus, Set<ApprovalStatus>> TABLE = Map.of(
            ApprovalStatus.PROPOSED,
            Set.of(ApprovalStatus.APPROVED, ApprovalStatus.RETURNED, ApprovalStatus.REJECTED),
            ApprovalStatus.RETURNED,
            Set.of(ApprovalStatus.PROPOSED),
            ApprovalStatus.APPROVED,
            Set.of(),
            ApprovalStatus.REJECTED,
            Set.of());

    @Test
    void every_state_goes_where_the_table_says_and_nowhere_else() {
        assertEquals(Set.of(ApprovalStatus.values()), TABLE.keySet());
        for (var from : ApprovalStatus.values()) {
            for (var to : ApprovalStatus.values()) {
                if (TABLE.get(from).contains(to)) {
                    assertEquals(to, from.to(to));
                } else {
                    var refusal = assertThrows(Refusal.class, () -> from.to(to));
                    assertEquals(409, refusal.status());
                    assertEquals("wrong-state", refusal.findings().get(0).rule().code());
                }
            }
        }
    }

    @Test
    void every_outcome_of_a_decision_is_a_state() {
        for (var outcome : Decision.Outcome.values()) {
            assertEquals(outcome.name(), outcome.status().name());
            assertEquals(Set.of(ApprovalStatus.PROPOSED).contains(outcome.status()), false);
        }
    }
}
