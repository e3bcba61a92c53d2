package org.fundtrail.gateway.doublefunding;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.claim.ClaimLineKind;
import org.fundtrail.funding.api.doublefunding.SharedCost;
import org.fundtrail.funding.api.doublefunding.SharedCostFilter;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.JointList;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.list.Asked;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.project.ProjectPages;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/**
 * Which costs are close to being funded in full, across funds, programmes and claims: for auditors, and for whoever claims. A line for each
 * claim that has a part of a cost.
 */
@Path("/double-funding")
@Produces(MediaType.TEXT_HTML)
public class DoubleFundingPages implements ListedPage<DoubleFundingPages.Line, SharedCostFilter> {

    /** What a claim has of a cost. */
    public record Line(SharedCost cost, SharedCost.Part part) {
        String href() {
            return (cost.kind() == ClaimLineKind.INVOICE ? "/invoices/" : "/direct-costs/") + cost.id();
        }
    }

    private static final ListPage<Line, SharedCostFilter> LIST = ListPage.<Line, SharedCostFilter>of(
                    JointList.DOUBLE_FUNDING, "double_funding", SharedCostFilter::new, null, (f, sort) -> {})
            .saying("double_funding_text")
            .backTo("/audit", "back.audit")
            .narrowedBy(
                    Filter.record("fundedShare", (f, share) -> f.share = share),
                    Filter.record("several", (f, several) -> f.several = several))
            .with(
                    Column.at("number", Line::href, line -> line.cost().number()),
                    Column.record(
                            "claim",
                            "claims",
                            line -> line.part().claim().id(),
                            line -> line.part().claim().reference()),
                    Column.money("share", line -> line.part().funded()),
                    Column.money("fundable", line -> line.cost().fundable()),
                    Column.money("funded", line -> line.cost().funded()),
                    Column.share("fundedShare", line -> line.cost().share()),
                    Column.money("declared", line -> line.cost().declared()),
                    Column.<Line>money("declarable", line -> line.cost().declarable())
                            .inFiles(),
                    Column.<Line>record(
                                    "project",
                                    "projects",
                                    line -> line.cost().project().id(),
                                    line -> line.cost().project().reference())
                            .inFiles(),
                    Column.<Line>text("programme", line -> line.part().programme())
                            .inFiles());

    private final DoubleFundingClient costs;
    private final ProjectClient projects;
    private final FormFlow flow;

    DoubleFundingPages(@RestClient DoubleFundingClient costs, @RestClient ProjectClient projects, FormFlow flow) {
        this.costs = costs;
        this.projects = projects;
        this.flow = flow;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public ListPage<Line, SharedCostFilter> list() {
        return LIST;
    }

    @Override
    public Asked<Line, SharedCostFilter> asked() {
        var language = flow.view().language();
        return LIST.asked(flow.view())
                .offering("fundedShare", Option.of(language, "fundedShare", "0.5", "1"))
                .offering("several", Option.of(language, "several", "true"));
    }

    @Override
    public Owner of() {
        return Owner.asked(
                flow.view(),
                InfrastructureKind.PROJECT,
                id -> ProjectPages.owner(Services.infrastructure(() -> projects.read(id))));
    }

    @Override
    public Page<Line> read(Owner of, SharedCostFilter filter, String after, int limit) {
        filter.project = of == null ? null : of.id();
        var page = Services.funding(() -> costs.list(filter, after, limit));
        return new Page<>(
                page.items().stream()
                        .flatMap(cost -> cost.parts().stream().map(part -> new Line(cost, part)))
                        .toList(),
                page.next());
    }
}
