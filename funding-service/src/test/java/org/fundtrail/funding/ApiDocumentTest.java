package org.fundtrail.funding;

import io.quarkus.test.junit.QuarkusTest;
import org.fundtrail.records.OpenApiDocument;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentTest {
    @Test
    void the_committed_document_is_what_the_service_serves() {
        OpenApiDocument.mustMatch("funding.json");
    }
}
