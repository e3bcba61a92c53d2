package org.fundtrail.gateway.directcost;

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
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.frame.ReversalPage;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.directcost.DirectCostTerms;
import org.fundtrail.infrastructure.api.directcost.DirectCostView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** What a project cost without a contract: a project officer records it, an approver decides. */
@Path("/direct-costs")
@Produces(MediaType.TEXT_HTML)
public class DirectCostPages extends LinePages<DirectCostTerms, DirectCostView>
        implements NewOnPage, ChangePage, DecisionPage, WithdrawalPage, ReversalPage {
    @CheckedTemplate(basePath = "direct-cost")
    static class Templates {
        static native TemplateInstance detail(
                DirectCostView record, List<Check> checks, History history, Form form, String done);
    }

    private static final Fields<DirectCostTerms> FIELDS = Fields.of(
            DirectCostTerms.class,
            "direct-cost",
            Field.record("costLine"),
            Field.text("description").wide(),
            Field.money("amount"),
            Field.day("on"),
            Field.text("paper").wide().optional());

    private final DirectCostClient all;

    DirectCostPages(@RestClient DirectCostClient all, LinesOfProject lines, FormFlow flow, History.Reader histories) {
        super(lines, flow, histories);
        this.all = all;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.DIRECT_COST;
    }

    @Override
    protected Fields<DirectCostTerms> fields() {
        return FIELDS;
    }

    @Override
    protected List<String> lineFields() {
        return List.of("costLine");
    }

    @Override
    protected DirectCostView read(String id) {
        return Services.infrastructure(() -> all.read(id));
    }

    @Override
    protected Seen seen(DirectCostView cost) {
        return new Seen(cost.id(), cost.project(), cost.description(), cost.status(), cost.actions());
    }

    @Override
    protected UUID record(String project, String key, DirectCostTerms terms) {
        return all.record(project, key, terms).id();
    }

    @Override
    protected void change(String id, String version, String key, DirectCostTerms terms) {
        all.change(id, version, key, terms);
    }

    @Override
    protected TemplateInstance page(DirectCostView cost, Page page) {
        return Templates.detail(cost, page.checks(), page.history(), page.form(), page.done());
    }

    @Override
    public Recording<?> recordingOn(String id) {
        return recorded(id).like(this::read, "paper");
    }

    @Override
    protected List<Check> checksOf(DirectCostView cost) {
        var project = cost.project().id().toString();
        return new DirectCostChecks(cost, flow.view().language())
                .of(
                        lines.project(project),
                        Services.infrastructure(() -> Whole.list(after -> all.of(project, after, 200))));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        all.decide(id, version, key, decision);
    }
}
