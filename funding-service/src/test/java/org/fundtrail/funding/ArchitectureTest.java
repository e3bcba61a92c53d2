package org.fundtrail.funding;

import org.fundtrail.common.House;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void funding_reaches_other_services_over_http_only_and_its_features_are_flat() {
        // of infrastructure-service there is what travels, and nothing else to know
        House.inOrder("funding", "org.fundtrail.gateway..", "org.fundtrail.launcher..");
    }
}
