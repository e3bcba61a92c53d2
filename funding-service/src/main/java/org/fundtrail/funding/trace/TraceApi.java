package org.fundtrail.funding.trace;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.trace.AidFilter;
import org.fundtrail.funding.api.trace.TracedAid;
import org.fundtrail.records.Listing;
import org.fundtrail.records.SignedIn;

@Path("/v1/trace")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trace", description = "Which aid is behind a cost, and which cost an allocation pays")
public class TraceApi {
    private final Trace trace;
    private final SignedIn signedIn;

    TraceApi(Trace trace, SignedIn signedIn) {
        this.trace = trace;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "traceAid",
            summary = "Traces the aid that is behind something",
            description =
                    "Allocations, confirmed receipts, approved commitments, lines of submitted claims and what is recovered of them since it was "
                            + "ordered, at most 5000 of each (truncated says whether there are more): those of an allocation, of a receipt's allocation, of a commitment, of a claim, of a "
                            + "recovery, of a project, or those that declare these invoices and direct costs, at most 200. Exactly one is asked for. What the reader does not see is left out.")
    public TracedAid trace(@BeanParam AidFilter filter) {
        var asked = asked(filter);
        if (asked.size() != 1) {
            throw Refusal.ofField(
                    InputRule.MALFORMED_VALUE,
                    "item",
                    "expected",
                    "give one of allocation, receipt, commitment, claim, recovery, project and item");
        }
        var only = asked.entrySet().iterator().next();
        return trace.of(only.getKey(), only.getValue(), signedIn.caller());
    }

    private static Map<Scope, Object> asked(AidFilter filter) {
        var asked = new EnumMap<Scope, Object>(Scope.class);
        put(asked, Scope.ALLOCATION, filter.allocation, "allocation");
        put(asked, Scope.RECEIPT, filter.receipt, "receipt");
        put(asked, Scope.COMMITMENT, filter.commitment, "commitment");
        put(asked, Scope.CLAIM, filter.claim, "claim");
        put(asked, Scope.RECOVERY, filter.recovery, "recovery");
        put(asked, Scope.PROJECT, filter.project, "project");
        var items = items(filter.item);
        if (items.length > 0) {
            asked.put(Scope.ITEM, items);
        }
        return asked;
    }

    private static void put(Map<Scope, Object> asked, Scope scope, String text, String field) {
        var id = Listing.id(text, field);
        if (id != null) {
            asked.put(scope, id);
        }
    }

    private static UUID[] items(List<String> texts) {
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
