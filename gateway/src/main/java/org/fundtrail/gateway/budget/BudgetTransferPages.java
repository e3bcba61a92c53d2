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
import org.fundtrail.common.Money;
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
import org.fundtrail.infrastructure.api.budget.BudgetTransferTerms;
import org.fundtrail.infrastructure.api.budget.BudgetTransferView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** Money that goes from one cost line of a project to another: a project officer proposes it, an approver decides. */
@Path("/budget-transfers")
@Produces(MediaType.TEXT_HTML)
public class BudgetTransferPages extends LinePages<BudgetTransferTerms, BudgetTransferView>
        implements NewOnPage, ChangePage, DecisionPage, WithdrawalPage {
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

    BudgetTransferPages(
            @RestClient BudgetTransferClient all, LinesOfProject lines, FormFlow flow, History.Reader histories) {
        super(lines, flow, histories);
        this.all = all;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.BUDGET_TRANSFER;
    }

    @Override
    protected Fields<BudgetTransferTerms> fields() {
        return FIELDS;
    }

    @Override
    protected List<String> lineFields() {
        return List.of("from", "to");
    }

    @Override
    protected BudgetTransferView read(String id) {
        return Services.infrastructure(() -> all.read(id));
    }

    @Override
    protected Seen seen(BudgetTransferView transfer) {
        return new Seen(
                transfer.id(),
                transfer.project(),
                transfer.project().reference(),
                transfer.status(),
                transfer.actions());
    }

    @Override
    protected UUID record(String project, String key, BudgetTransferTerms terms) {
        return all.record(project, key, terms).id();
    }

    @Override
    protected void change(String id, String version, String key, BudgetTransferTerms terms) {
        all.change(id, version, key, terms);
    }

    @Override
    protected TemplateInstance page(BudgetTransferView transfer, Page page) {
        return Templates.detail(transfer, page.checks(), page.history(), page.form(), page.done());
    }

    @Override
    protected List<Check> checksOf(BudgetTransferView transfer) {
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
