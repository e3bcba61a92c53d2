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
import org.fundtrail.common.Money;
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
import org.fundtrail.infrastructure.api.budget.BudgetTransferTerms;
import org.fundtrail.infrastructure.api.budget.BudgetTransferView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** Money that goes from one cost line of a project to another: a project officer proposes it, an approver decides. */
@Path("/budget-transfers")
@Produces(MediaType.TEXT_HTML)
public class BudgetTransferPages implements NewOnPage, ChangePage, DecisionPage, WithdrawalPage {
    @CheckedTemplate(basePath = "budget-transfer")
    static class Templates {
        static native TemplateInstance detail(
                BudgetTransferView record, List<Check> checks, History history, Form form, String done);
    }

    private static final Fields<BudgetTransferTerms> FIELDS = Fields.of(
            BudgetTransferTerms.class,
            "budget-transfer",
            Field.record("from").needed("fromLine"),
            Field.record("to").needed("toLine"),
            Field.money("amount"),
            Field.area("reason"),
            Field.day("on").optional());

    private final BudgetTransferClient all;
    private final LinesOfProject lines;
    private final FormFlow flow;
    private final History.Reader histories;

    BudgetTransferPages(
            @RestClient BudgetTransferClient all, LinesOfProject lines, FormFlow flow, History.Reader histories) {
        this.all = all;
        this.lines = lines;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.BUDGET_TRANSFER;
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
                        () -> now.get().project().reference(),
                        () -> read(id),
                        (form, terms) -> all.change(id, DecisionForm.version(form), form.key(), terms))
                .open(() -> now.get().actions().contains("change"));
    }

    private Recording<BudgetTransferTerms> form(Supplier<String> project) {
        return flow.of(kind(), FIELDS).by("project-officer").offering(() -> {
            var options = lines.options(project.get());
            return Map.of("from", options, "to", options);
        });
    }

    private BudgetTransferView read(String id) {
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

    private List<Check> checks(BudgetTransferView transfer) {
        var checks = new BudgetChecks(
                lines.of(transfer.project().id().toString()), flow.view().language());
        return Check.inOrder(List.of(
                checks.budget(transfer.from(), Money.zero().minus(transfer.amount())),
                checks.budget(transfer.to(), transfer.amount())));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        all.decide(id, version, key, decision);
    }
}
