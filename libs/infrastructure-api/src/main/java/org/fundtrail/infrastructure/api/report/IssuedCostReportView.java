package org.fundtrail.infrastructure.api.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.PersonRef;

/** A cost report as it was issued. It never changes: a later one is compared with it. */
@Schema(name = "IssuedCostReport")
public record IssuedCostReportView(
        UUID id,

        @Schema(description = "Its place among the reports of the project, from 1", examples = "3")
        int number,

        @JsonUnwrapped CostReportView report,

        @Schema(
                description =
                        "SHA-256 of its canonical JSON (RFC 8785), which GET …/body answers and GET projects/{id}/cost-report gives again "
                                + "for the same asOf, recorded and vat; the journal keeps it",
                examples = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")
        String hash,

        String institution,
        PersonRef recordedBy,
        Instant recordedAt,
        int version,
        List<String> actions) {}
