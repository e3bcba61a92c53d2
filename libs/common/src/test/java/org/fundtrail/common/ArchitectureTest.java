package org.fundtrail.common;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void common_knows_no_business_and_no_database() {
        House.inOrder(
                "common",
                "org.fundtrail.journal..",
                "org.fundtrail.funding..",
                "org.fundtrail.infrastructure..",
                "org.fundtrail.gateway..",
                "jakarta.persistence..",
                "java.sql..");
    }
}
