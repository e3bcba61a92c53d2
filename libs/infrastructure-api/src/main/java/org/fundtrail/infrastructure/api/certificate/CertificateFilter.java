package org.fundtrail.infrastructure.api.certificate;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fundtrail.common.ApprovalStatus;

/** Which certificates, as asked for in the query. */
public class CertificateFilter {
    @QueryParam("contract")
    @Parameter(description = "Id or reference of a contract", example = "LT-BARRIER-2021-TETAS-1")
    public String contract;

    @QueryParam("project")
    @Parameter(
            description = "Id or reference of a project: the certificates of its contracts",
            example = "LT-BARRIER-2021")
    public String project;

    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = ApprovalStatus.class))
    public String status;

    @QueryParam("reference")
    @Parameter(description = "Exactly this reference", example = "LT-BARRIER-2021-TETAS-1/3")
    public String reference;

    @QueryParam("q")
    @Parameter(description = "Text in the reference: the contract's, or the certificate's number")
    public String q;

    @QueryParam("sort")
    @Parameter(
            description =
                    "recordedAt, reference, periodTo or payable; a minus in front turns it round (-recordedAt unless given)")
    public String sort;
}
