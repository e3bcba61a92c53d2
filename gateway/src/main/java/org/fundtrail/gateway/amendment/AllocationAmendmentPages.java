package org.fundtrail.gateway.amendment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.funding.api.allocation.AllocationAmendmentTerms;
import org.fundtrail.funding.api.allocation.AllocationAmendmentView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionPage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.list.History;

/** What is to become of allocations: a decision raises or lowers one, an approver decides on that and on what goes back or is closed. */
@Path("/allocation-amendments")
@Produces(MediaType.TEXT_HTML)
public class AllocationAmendmentPages extends AmendmentForms<AllocationAmendmentTerms>
        implements DecisionPage, WithdrawalPage {
    @CheckedTemplate(basePath = "allocation-amendment")
    static class Templates {
        static native TemplateInstance detail(
                AllocationAmendmentView record, List<Check> checks, History history, Form form, String done);
    }

    private static final Fields<AllocationAmendmentTerms> FIELDS = Fields.of(
            AllocationAmendmentTerms.class,
            "allocation-amendment",
            Field.money("change").orNegative(),
            Field.text("decision.reference"),
            Field.day("decision.date"),
            Field.area("reason").optional());

    private final History.Reader histories;

    AllocationAmendmentPages(
            @RestClient AllocationClient allocations,
            @RestClient AllocationAmendmentClient all,
            FormFlow flow,
            History.Reader histories) {
        super(allocations, all, flow);
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return FundingKind.ALLOCATION_AMENDMENT;
    }

    @Override
    Fields<AllocationAmendmentTerms> fields() {
        return FIELDS;
    }

    @Override
    String at() {
        return "allocation-amendments";
    }

    @Override
    String action() {
        return "amend";
    }

    @Override
    String under() {
        return "amendments";
    }

    @Override
    UUID record(String allocation, String key, AllocationAmendmentTerms terms) {
        return all.amend(allocation, key, terms).id();
    }

    @Override
    Object said(AllocationAmendmentView recorded) {
        return recorded;
    }

    /** Each type has a form of its own, at its own address. */
    @Override
    public Response askToChange(String id) {
        return switch (amendment(id).type()) {
            case AMENDMENT -> super.askToChange(id);
            case DECOMMITMENT -> View.to("/decommitments/" + id + "/change");
            case CLOSURE -> View.to("/closures/" + id + "/change");
        };
    }

    @Override
    public Response detail(String id, Form form, String done) {
        var amendment = amendment(id);
        var checks = amendment.actions().contains("decide") ? checks(amendment) : List.<Check>of();
        var history = histories.of(kind(), amendment.id());
        var said = Done.of(flow.view().language(), kind().type(), done, amendment.status());
        return flow.view().show(form, Templates.detail(amendment, checks, history, form, said));
    }

    private List<Check> checks(AllocationAmendmentView amendment) {
        return new AmendmentChecks(flow.view().language())
                .of(amendment, allocation(amendment.allocation().id().toString()));
    }

    @Override
    public List<Check> checks(String id) {
        return checks(amendment(id));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        all.decide(id, version, key, decision);
    }
}
