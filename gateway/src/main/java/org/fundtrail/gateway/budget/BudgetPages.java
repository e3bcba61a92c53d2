package org.fundtrail.gateway.budget;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.costline.LinesOfProject;
import org.fundtrail.gateway.directcost.DirectCostClient;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.project.BudgetLines;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.project.ProjectView;

/** The budget of a project: its lines with all that moved and changed them, and what was paid without a contract. */
@Path("/projects/{id}/budget")
@Produces(MediaType.TEXT_HTML)
public class BudgetPages {
    /** What the page shows. */
    public record Budget(
            ProjectView project,
            BudgetLines lines,
            List<ProposedRow> transfers,
            List<ProposedRow> changes,
            List<ProposedRow> costs) {
        /** Whether the reader may propose something on a line. */
        public boolean mayPropose() {
            return project.actions().contains("record-cost-line")
                    && !lines.all().isEmpty();
        }

        /** Whether there is another line to move something to. */
        public boolean mayMove() {
            return mayPropose() && lines.all().size() > 1;
        }
    }

    @CheckedTemplate(basePath = "budget")
    static class Templates {
        static native TemplateInstance budget(Budget b);
    }

    private final LinesOfProject lines;
    private final BudgetTransferClient transfers;
    private final BudgetChangeClient changes;
    private final DirectCostClient costs;
    private final FormFlow flow;

    BudgetPages(
            LinesOfProject lines,
            @RestClient BudgetTransferClient transfers,
            @RestClient BudgetChangeClient changes,
            @RestClient DirectCostClient costs,
            FormFlow flow) {
        this.lines = lines;
        this.transfers = transfers;
        this.changes = changes;
        this.costs = costs;
        this.flow = flow;
    }

    @GET
    public Response budget(@PathParam("id") String id) {
        var view = flow.view();
        return view.show(
                Form.empty(view.language()),
                Templates.budget(new Budget(
                        lines.project(id),
                        new BudgetLines(lines.of(id)),
                        latestFirst(after -> transfers.of(id, after, 200), ProposedRow::of),
                        latestFirst(after -> changes.of(id, after, 200), ProposedRow::of),
                        latestFirst(after -> costs.of(id, after, 200), ProposedRow::of))));
    }

    private static <T> List<ProposedRow> latestFirst(Function<String, Page<T>> page, Function<T, ProposedRow> row) {
        var all = Services.infrastructure(() -> Whole.list(page));
        Collections.reverse(all);
        return all.stream().map(row).toList();
    }
}
