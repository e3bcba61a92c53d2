package org.fundtrail.infrastructure.api.invoice;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which invoices, as asked for in the query. */
public class InvoiceFilter {
    @QueryParam("contract")
    @Parameter(description = "Id or reference of a contract", example = "LT-BARRIER-2021-TETAS-1")
    public String contract;

    @QueryParam("project")
    @Parameter(description = "Id or reference of a project: the invoices of its contracts", example = "LT-BARRIER-2021")
    public String project;

    @QueryParam("certificate")
    @Parameter(description = "Id or reference of a certificate", example = "LT-BARRIER-2021-TETAS-1/3")
    public String certificate;

    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = InvoiceStatus.class))
    public String status;

    @QueryParam("supplier")
    @Parameter(description = "Exactly this identifier of a supplier", example = "300513148")
    public String supplier;

    @QueryParam("number")
    @Parameter(description = "Exactly this number", example = "TET-2022/0117")
    public String number;

    @QueryParam("gross")
    @Parameter(description = "Exactly this amount with VAT, in EUR", example = "1210.00")
    public String gross;

    @QueryParam("override")
    @Parameter(
            description = "true: only those recorded though there is another of their number; false: only others",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN))
    public String override;

    @QueryParam("q")
    @Parameter(description = "Text in the number, or in the supplier's name or identifier")
    public String q;

    @QueryParam("sort")
    @Parameter(
            description =
                    "recordedAt, number, issuedOn or gross; a minus in front turns it round (-recordedAt unless given)")
    public String sort;
}
