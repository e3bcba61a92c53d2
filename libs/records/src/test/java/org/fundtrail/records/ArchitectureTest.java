package org.fundtrail.records;

import org.fundtrail.common.House;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_kit_of_a_service_knows_no_service() {
        House.inOrder(
                "records", "org.fundtrail.funding..", "org.fundtrail.infrastructure..", "org.fundtrail.gateway..");
    }
}
