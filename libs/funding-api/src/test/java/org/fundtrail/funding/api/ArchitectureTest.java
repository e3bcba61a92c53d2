package org.fundtrail.funding.api;

import org.fundtrail.common.House;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void what_travels_knows_no_service_no_client_and_no_database() {
        House.inOrder(
                "funding.api",
                "org.fundtrail.journal..",
                "org.fundtrail.records..",
                "org.fundtrail.gateway..",
                "jakarta.persistence..",
                "jakarta.ws.rs.client..",
                "jakarta.ws.rs.core..",
                "java.sql..");
    }
}
