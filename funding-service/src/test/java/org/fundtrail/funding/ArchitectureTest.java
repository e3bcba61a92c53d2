package org.fundtrail.funding;

import org.fundtrail.journal.House;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void funding_reaches_other_services_over_http_only_and_its_features_are_flat() {
        House.inOrder(
                "funding", "org.fundtrail.infrastructure..", "org.fundtrail.gateway..", "org.fundtrail.launcher..");
    }
}
