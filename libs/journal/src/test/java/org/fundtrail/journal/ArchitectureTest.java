package org.fundtrail.journal;

import org.fundtrail.common.House;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_journal_knows_common_and_neither_records_nor_a_service() {
        House.inOrder(
                "journal",
                "org.fundtrail.records..",
                "org.fundtrail.funding..",
                "org.fundtrail.infrastructure..",
                "org.fundtrail.gateway..");
    }
}
