package org.fundtrail.gateway.amendment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentTerms;
import org.fundtrail.funding.api.commitment.CommitmentAmendmentView;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.commitment.CommitmentClient;
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
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.services.Services;

/** A commitment is raised, lowered or released: a funding officer proposes it, an approver decides. */
@Path("/commitment-amendments")
@Produces(MediaType.TEXT_HTML)
public class CommitmentAmendmentPages implements NewOnPage, ChangePage, DecisionPage, WithdrawalPage {
    @CheckedTemplate(basePath = "commitment-amendment")
    static class Templates {
        static native TemplateInstance detail(
                CommitmentAmendmentView record, List<Check> checks, History history, Form form, String done);
    }

    private static final Fields<CommitmentAmendmentTerms> FIELDS = Fields.of(
            CommitmentAmendmentTerms.class,
            "commitment-amendment",
            Field.money("change").orNegative(),
            Field.area("reason"),
            Field.day("on").optional());

    private final CommitmentAmendmentClient all;
    private final CommitmentClient commitments;
    private final AllocationClient allocations;
    private final FormFlow flow;
    private final History.Reader histories;

    CommitmentAmendmentPages(
            @RestClient CommitmentAmendmentClient all,
            @RestClient CommitmentClient commitments,
            @RestClient AllocationClient allocations,
            FormFlow flow,
            History.Reader histories) {
        this.all = all;
        this.commitments = commitments;
        this.allocations = allocations;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return FundingKind.COMMITMENT_AMENDMENT;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public Kind ownerKind() {
        return FundingKind.COMMITMENT;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var commitment = Lazy.of(() -> commitment(id));
        return form().on(
                        ownerKind(),
                        id,
                        () -> Owner.of(
                                ownerKind(),
                                commitment.get().id(),
                                commitment.get().legalCommitment().reference()))
                .open(() -> commitment.get().actions().contains("amend"))
                .under(() -> now(commitment.get()))
                .sending((key, terms) -> all.record(id, key, terms).id());
    }

    @Override
    public Recording<?> changing(String id) {
        var now = Lazy.of(() -> amendment(id));
        return form().of(() -> Owner.of(
                        ownerKind(),
                        now.get().commitment().id(),
                        now.get().commitment().reference()))
                .changing(
                        id,
                        () -> now.get().commitment().reference(),
                        () -> amendment(id),
                        (form, terms) -> all.change(id, DecisionForm.version(form), form.key(), terms))
                .under(() -> now(commitment(now.get().commitment().id().toString())))
                .open(() -> now.get().actions().contains("change"));
    }

    private Recording<CommitmentAmendmentTerms> form() {
        return flow.of(kind(), FIELDS).by("funding-officer").validatedAs("amendments");
    }

    private String now(CommitmentView commitment) {
        var language = flow.view().language();
        return Words.say(language, "committed-now", Map.of("amount", language.money(commitment.committed())));
    }

    private CommitmentView commitment(String id) {
        return Services.funding(() -> commitments.read(id));
    }

    private CommitmentAmendmentView amendment(String id) {
        return Services.funding(() -> all.read(id));
    }

    @Override
    public Response detail(String id, Form form, String done) {
        var record = amendment(id);
        return flow.view()
                .show(
                        form,
                        Templates.detail(
                                record,
                                record.actions().contains("decide") ? checks(record) : List.of(),
                                histories.of(kind(), record.id()),
                                form,
                                Done.of(flow.view().language(), kind().type(), done, record.status())));
    }

    private List<Check> checks(CommitmentAmendmentView amendment) {
        var allocation = amendment.allocation().id().toString();
        return new AmendmentChecks(flow.view().language())
                .of(
                        amendment,
                        commitment(amendment.commitment().id().toString()),
                        Services.funding(() -> allocations.read(allocation)));
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
