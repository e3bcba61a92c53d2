package org.fundtrail.gateway.budget;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.costline.LinesOfProject;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.ChangePage;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.DecisionPage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.project.ProjectPages;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.budget.BudgetChangeTerms;
import org.fundtrail.infrastructure.api.budget.BudgetChangeView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** What a decision does to the budget of a cost line: a project officer proposes it, an approver decides. */
@Path("/budget-changes")
@Produces(MediaType.TEXT_HTML)
public class BudgetChangePages implements NewOnPage, ChangePage, DecisionPage, WithdrawalPage {
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
    private final LinesOfProject lines;
    private final FormFlow flow;
    private final History.Reader histories;

    BudgetChangePages(
            @RestClient BudgetChangeClient all, LinesOfProject lines, FormFlow flow, History.Reader histories) {
        this.all = all;
        this.lines = lines;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.BUDGET_CHANGE;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.PROJECT;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var project = Lazy.of(() -> lines.project(id));
        return form(() -> id)
                .on(ownerKind(), id, () -> ProjectPages.owner(project.get()))
                .open(() -> project.get().actions().contains("record-cost-line"))
                .sending((key, terms) -> all.record(id, key, terms).id());
    }

    @Override
    public Recording<?> changing(String id) {
        var now = Lazy.of(() -> read(id));
        return form(() -> now.get().project().id().toString())
                .of(() -> Owner.of(
                        ownerKind(),
                        now.get().project().id(),
                        now.get().project().reference()))
                .changing(
                        id,
                        () -> now.get().costLine().name(),
                        () -> read(id),
                        (form, terms) -> all.change(id, DecisionForm.version(form), form.key(), terms))
                .open(() -> now.get().actions().contains("change"));
    }

    private Recording<BudgetChangeTerms> form(Supplier<String> project) {
        return flow.of(kind(), FIELDS).by("project-officer").offering(() -> {
            var options = lines.options(project.get());
            return Map.of("costLine", options);
        });
    }

    private BudgetChangeView read(String id) {
        return Services.infrastructure(() -> all.read(id));
    }

    @Override
    public Response detail(String id, Form form, String done) {
        var record = read(id);
        var checks = record.actions().contains("decide") ? checks(record) : List.<Check>of();
        var said = Done.of(flow.view().language(), kind().type(), done, record.status());
        return flow.view().show(form, Templates.detail(record, checks, histories.of(kind(), record.id()), form, said));
    }

    @Override
    public List<Check> checks(String id) {
        return checks(read(id));
    }

    private List<Check> checks(BudgetChangeView change) {
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
