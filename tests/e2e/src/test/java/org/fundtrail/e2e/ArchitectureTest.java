package org.fundtrail.e2e;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void what_tries_the_whole_sees_it_only_as_its_users_do() {
        org.fundtrail.common.House.toolInOrder(
                "e2e",
                "org.fundtrail.journal..",
                "org.fundtrail.records..",
                "org.fundtrail.funding..",
                "org.fundtrail.infrastructure..",
                "org.fundtrail.gateway..",
                "org.fundtrail.launcher..");
    }
}
