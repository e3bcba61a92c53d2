package org.fundtrail.funding.doublefunding;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.Columns;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Xlsx;
import org.fundtrail.funding.api.doublefunding.SharedCost;
import org.fundtrail.funding.api.doublefunding.SharedCostFilter;
import org.fundtrail.journal.Caller;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.WholeList;

@Path("/v1/double-funding")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Double funding", description = "Costs that are nearly or wholly funded, and by which claims")
public class DoubleFundingApi {
    private static final BigDecimal CLOSE = new BigDecimal("0.9");

    private static final Columns<SharedCost> COLUMNS = Columns.of(SharedCost.class)
            .with("kind", SharedCost::kind)
            .with("number", SharedCost::number)
            .with("project", cost -> cost.project().reference())
            .with("fundable", SharedCost::fundable)
            .with("funded", SharedCost::funded)
            .with("fundedShare", SharedCost::fundedShare)
            .with("declarable", SharedCost::declarable)
            .with("declared", SharedCost::declared)
            .with("share", SharedCost::share)
            .with(
                    "claims",
                    cost -> String.join(
                            ", ",
                            cost.parts().stream()
                                    .map(part -> part.claim().reference())
                                    .toList()))
            .with("id", SharedCost::id);

    private final SharedCosts costs;
    private final WholeList whole;
    private final SignedIn signedIn;

    DoubleFundingApi(SharedCosts costs, WholeList whole, SignedIn signedIn) {
        this.costs = costs;
        this.whole = whole;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "listDoubleFunding",
            summary = "Lists costs that are close to being funded or declared in full, or are",
            description =
                    "Across funds, programmes and claims, to the cent: no cost is ever funded beyond what it is, nor declared twice (CPR 63(9), FR "
                            + "194), so this is where one looks how near it comes. Those come first of which most is taken. A claim counts "
                            + "from its submission on until it comes back. What is claimed by cost options has no paper that could be funded twice, and is not "
                            + "listed (CPR 53).")
    @Extension(name = ApiDocument.FILE, value = "true")
    public Page<SharedCost> list(
            @BeanParam SharedCostFilter filter, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return page(filter, signedIn.caller(), after, Page.limit(limit));
    }

    @GET
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the list
    public Response file(@BeanParam SharedCostFilter filter, @Context HttpHeaders asked) {
        var reader = signedIn.caller();
        return whole.file(asked, "double-funding", COLUMNS, (after, limit) -> page(filter, reader, after, limit));
    }

    private Page<SharedCost> page(SharedCostFilter filter, Caller reader, String after, int limit) {
        var query = new SharedCosts.Query(filter.project, share(filter.share), "true".equals(filter.several));
        return costs.list(query, reader, after, limit);
    }

    private static BigDecimal share(String asked) {
        if (asked == null || asked.isBlank()) {
            return CLOSE;
        }
        try {
            var share = new BigDecimal(asked);
            if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0 && share.scale() <= 6) {
                return share;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Refusal.ofField(InputRule.MALFORMED_VALUE, "share", "expected", "give a share from 0 to 1, such as 0.9");
    }
}
