package org.fundtrail.infrastructure;

import org.fundtrail.common.House;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void infrastructure_reaches_no_other_service_and_its_features_are_flat() {
        House.inOrder(
                "infrastructure", "org.fundtrail.funding..", "org.fundtrail.gateway..", "org.fundtrail.launcher..");
    }
}
