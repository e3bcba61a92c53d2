package org.fundtrail.infrastructure;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.OpenApiDocument;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class ApiDocumentTest {
    @Test
    void the_committed_document_is_what_the_service_serves() {
        OpenApiDocument.mustMatch("infrastructure.json");
    }
}
