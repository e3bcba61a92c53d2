package org.fundtrail.gateway;

import org.fundtrail.common.House;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_gateway_reaches_the_services_over_http_only_and_its_features_are_flat() {
        // of the services there is what travels, and nothing else to know
        House.inOrder("gateway", "org.fundtrail.journal..", "org.fundtrail.records..", "org.fundtrail.launcher..");
    }
}
