package org.fundtrail.journal;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_journal_knows_common_and_no_service_and_common_knows_neither() {
        House.inOrder(
                "journal", "org.fundtrail.funding..", "org.fundtrail.infrastructure..", "org.fundtrail.gateway..");
        House.inOrder("common", "org.fundtrail.journal..", "jakarta.persistence..", "java.sql..");
    }
}
