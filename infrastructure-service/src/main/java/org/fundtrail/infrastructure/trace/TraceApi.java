package org.fundtrail.infrastructure.trace;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.infrastructure.api.trace.TraceFilter;
import org.fundtrail.infrastructure.api.trace.TracedCosts;
import org.fundtrail.records.Listing;
import org.fundtrail.records.SignedIn;

@Path("/v1/trace")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trace", description = "By what a cost came about: contract, certificate, cost line")
public class TraceApi {
    private final Trace trace;
    private final SignedIn signedIn;

    TraceApi(Trace trace, SignedIn signedIn) {
        this.trace = trace;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "traceCosts",
            summary = "Traces approved costs to their contracts, certificates and cost lines",
            description =
                    "Approved and paid invoices and approved direct costs of one thing, the earliest first, at most 5000 rows of them (truncated says whether there are more): those of a "
                            + "project, of a contract, of a certificate or of a cost line (then only what of them counts on it), or those of these "
                            + "ids, at most 200. Exactly one is asked for. What the reader does not see is left out.")
    public TracedCosts trace(@BeanParam TraceFilter filter) {
        var asked = Stream.of(filter.project, filter.contract, filter.certificate, filter.costLine)
                .filter(one -> one != null && !one.isBlank())
                .count();
        var items = ids(filter.item);
        if (asked + (items.length == 0 ? 0 : 1) != 1) {
            throw Refusal.ofField(
                    InputRule.MALFORMED_VALUE,
                    "item",
                    "expected",
                    "give one of project, contract, certificate, costLine and item");
        }
        return costs(filter, items);
    }

    private TracedCosts costs(TraceFilter filter, UUID[] items) {
        var reader = signedIn.caller();
        if (items.length > 0) {
            return trace.ofItems(items, reader);
        }
        var project = Listing.id(filter.project, "project");
        if (project != null) {
            return trace.ofProject(project, reader);
        }
        var contract = Listing.id(filter.contract, "contract");
        if (contract != null) {
            return trace.ofContract(contract, reader);
        }
        var certificate = Listing.id(filter.certificate, "certificate");
        return certificate != null
                ? trace.ofCertificate(certificate, reader)
                : trace.ofCostLine(Listing.id(filter.costLine, "costLine"), reader);
    }

    private static UUID[] ids(List<String> texts) {
        var ids = (texts == null ? List.<String>of() : texts)
                .stream()
                        .map(text -> Listing.id(text, "item"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toArray(UUID[]::new);
        if (ids.length > Page.LARGEST) {
            throw Refusal.ofField(InputRule.LIMIT_OUT_OF_RANGE, "item", "max", String.valueOf(Page.LARGEST));
        }
        return ids;
    }
}
