package org.fundtrail.launcher;

import org.fundtrail.common.House;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_launcher_starts_programs_and_knows_nothing_of_what_is_in_them() {
        House.toolInOrder(
                "launcher",
                "org.fundtrail.common..",
                "org.fundtrail.journal..",
                "org.fundtrail.records..",
                "org.fundtrail.funding..",
                "org.fundtrail.infrastructure..",
                "org.fundtrail.gateway..");
    }
}
