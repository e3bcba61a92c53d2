package org.fundtrail.gateway.budget;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.costline.LinePages;
import org.fundtrail.gateway.costline.LinesOfProject;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.ChangePage;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionPage;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.budget.BudgetChangeTerms;
import org.fundtrail.infrastructure.api.budget.BudgetChangeView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** What a decision does to the budget of a cost line: a project officer proposes it, an approver decides. */
@Path("/budget-changes")
@Produces(MediaType.TEXT_HTML)
public class BudgetChangePages extends LinePages<BudgetChangeTerms, BudgetChangeView>
        implements NewOnPage, ChangePage, DecisionPage, WithdrawalPage {
    @CheckedTemplate(basePath = "budget-change")
    static class Templates {
        static native TemplateInstance detail(
                BudgetChangeView record, List<Check> checks, History history, Form form, String done);
    }

    private static final Fields<BudgetChangeTerms> FIELDS = Fields.of(
            BudgetChangeTerms.class,
            "budget-change",
            Field.record("costLine"),
            Field.money("amount").orNegative(),
            Field.text("decision.reference"),
            Field.day("decision.date"),
            Field.area("reason"),
            Field.day("on").optional());

    private final BudgetChangeClient all;

    BudgetChangePages(
            @RestClient BudgetChangeClient all, LinesOfProject lines, FormFlow flow, History.Reader histories) {
        super(lines, flow, histories);
        this.all = all;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.BUDGET_CHANGE;
    }

    @Override
    protected Fields<BudgetChangeTerms> fields() {
        return FIELDS;
    }

    @Override
    protected List<String> lineFields() {
        return List.of("costLine");
    }

    @Override
    protected BudgetChangeView read(String id) {
        return Services.infrastructure(() -> all.read(id));
    }

    @Override
    protected Seen seen(BudgetChangeView change) {
        return new Seen(change.id(), change.project(), change.costLine().name(), change.status(), change.actions());
    }

    @Override
    protected UUID record(String project, String key, BudgetChangeTerms terms) {
        return all.record(project, key, terms).id();
    }

    @Override
    protected void change(String id, String version, String key, BudgetChangeTerms terms) {
        all.change(id, version, key, terms);
    }

    @Override
    protected TemplateInstance page(BudgetChangeView change, Page page) {
        return Templates.detail(change, page.checks(), page.history(), page.form(), page.done());
    }

    @Override
    protected List<Check> checksOf(BudgetChangeView change) {
        var checks = new BudgetChecks(
                lines.of(change.project().id().toString()), flow.view().language());
        return Check.inOrder(List.of(
                checks.budget(change.costLine(), change.amount()),
                checks.decided(change.decision().date(), change.on())));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        all.decide(id, version, key, decision);
    }
}
