package org.fundtrail.gateway.doublefunding;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.common.Xlsx;
import org.fundtrail.funding.api.doublefunding.SharedCost;
import org.fundtrail.funding.api.doublefunding.SharedCostFilter;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.PageCsv;
import org.fundtrail.gateway.services.Services;

/** Which costs are close to being funded in full, across funds, programmes and claims: for auditors, and for whoever claims. */
@Path("/double-funding")
@Produces(MediaType.TEXT_HTML)
public class DoubleFundingPages {
    private static final int ROWS = 50;
    private static final int STRETCH = 200;
    private static final List<String> SHARES = List.of("0.5", "0.9", "1");
    private static final List<String> HEAD =
            List.of("number", "project", "fundable", "funded", "declarable", "declared", "claim", "programme", "share");

    @CheckedTemplate(basePath = "double-funding")
    static class Templates {
        static native TemplateInstance list(Page<SharedCost> page, List<String> shares, String share, boolean several);
    }

    private final DoubleFundingClient costs;
    private final View view;

    DoubleFundingPages(@RestClient DoubleFundingClient costs, View view) {
        this.costs = costs;
        this.view = view;
    }

    @GET
    public Response list() {
        var filter = filter();
        var page = read(filter, view.asked("after"), ROWS);
        return view.show(Templates.list(page, SHARES, filter.share, filter.several != null));
    }

    private SharedCostFilter filter() {
        var filter = new SharedCostFilter();
        filter.project = view.asked("project");
        var share = view.asked("share");
        filter.share = share != null && SHARES.contains(share) ? share : "0.9";
        filter.several = "true".equals(view.asked("several")) ? "true" : null;
        return filter;
    }

    private Page<SharedCost> read(SharedCostFilter filter, String after, int limit) {
        return Services.funding(() -> costs.list(filter, after, limit));
    }

    /** Exactly this list, one line for each claim that has a part of a cost. */
    @GET
    @Path("/double-funding.{type: csv|xlsx}")
    @Produces({"text/csv", Xlsx.TYPE})
    public Response file(@PathParam("type") String type) {
        var filter = filter();
        var language = view.language();
        var head = HEAD.stream().map(field -> Words.field(language, field)).toList();
        if (type.equals("xlsx")) {
            return Xlsx.stream("double-funding", head, after -> rows(read(filter, after, STRETCH)));
        }
        return Response.ok(
                        (jakarta.ws.rs.core.StreamingOutput) out -> {
                            try (var csv = new PageCsv(out, language, HEAD.toArray(String[]::new))) {
                                String after = null;
                                do {
                                    var page = read(filter, after, STRETCH);
                                    rows(page).items().forEach(csv::row);
                                    after = page.next();
                                } while (after != null);
                            }
                        },
                        "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"double-funding.csv\"")
                .build();
    }

    private static Page<Object[]> rows(Page<SharedCost> page) {
        return new Page<>(
                page.items().stream().flatMap(DoubleFundingPages::lines).toList(), page.next());
    }

    private static Stream<Object[]> lines(SharedCost cost) {
        return cost.parts().stream().map(part -> new Object[] {
            cost.number(),
            cost.project().reference(),
            cost.fundable().amount(),
            cost.funded().amount(),
            cost.declarable().amount(),
            cost.declared().amount(),
            part.claim().reference(),
            part.programme(),
            part.funded().amount()
        });
    }
}
