package org.fundtrail.gateway.override;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** Which of what was recorded in spite of a rule, as the address of its list asks. */
public class OverrideFilter {
    @QueryParam("type")
    @Parameter(description = "commitment or invoice: one kind of record alone", example = "commitment")
    public String type;

    @QueryParam("status")
    @Parameter(
            description = "Where it stands, as its own kind says it: a kind that never stands there has none",
            schema = @Schema(implementation = String.class),
            example = "APPROVED")
    public String status;

    @QueryParam("project")
    @Parameter(description = "Id or reference of a project", example = "LT-BARRIER-2021")
    public String project;

    @QueryParam("q")
    @Parameter(description = "Text in its reference or number, or in the name or identifier of the supplier")
    public String q;

    /** Which states there are of either kind. */
    static List<String> states() {
        return Stream.concat(names(ApprovalStatus.values()), names(InvoiceStatus.values()))
                .distinct()
                .toList();
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name);
    }

    /** Refuses what no such record is. */
    void mustBeKnown() {
        mustBeOf(List.of(FundingKind.COMMITMENT.type(), InfrastructureKind.INVOICE.type()), type, "type");
        mustBeOf(states(), status, "status");
    }

    private static void mustBeOf(List<String> allowed, String value, String field) {
        if (value != null && !value.isBlank() && !allowed.contains(value)) {
            throw Refusal.ofField(InputRule.UNKNOWN_VALUE, field, "allowed", String.join(", ", allowed));
        }
    }

    /** Whether commitments, or invoices, are asked for that can stand where it is asked. */
    boolean isOf(Kind kind) {
        var states = kind == FundingKind.COMMITMENT ? ApprovalStatus.values() : InvoiceStatus.values();
        return (isBlank(type) || type.equals(kind.type()))
                && (isBlank(status) || names(states).anyMatch(status::equals));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
