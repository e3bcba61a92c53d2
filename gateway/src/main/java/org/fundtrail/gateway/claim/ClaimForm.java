package org.fundtrail.gateway.claim;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.claim.ClaimTerms;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.claim.ClaimableCommitment;
import org.fundtrail.funding.api.claim.ClaimableCost;
import org.fundtrail.funding.api.commitment.CommitmentProject;
import org.fundtrail.funding.api.commitment.CommitmentView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.commitment.CommitmentClient;
import org.fundtrail.gateway.commitment.CommitmentPages;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Services;

/** The form of a claim: which of the project's costs are claimed from what is committed to it, and how much of each. */
@RequestScoped
class ClaimForm {
    private static final Fields<ClaimTerms> FIELDS = Fields.of(ClaimTerms.class, "claim");
    private static final int AT_ONCE = 200;
    /** As many costs has a page; of a project with more, the API claims the rest. */
    private static final int MOST = 2000;

    /**
     * From what is claimed.
     *
     * @param share what the allocation pays of what is eligible, from 0 to 1
     * @param commitment what of all that it commits to the project can be claimed
     */
    public record From(
            AllocationView allocation, CommitmentProject project, String share, ClaimableCommitment commitment) {}

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance form(ShortForm s, From from, List<CostAsked> costs);
    }

    private final ClaimClient claims;
    private final AllocationClient allocations;
    private final CommitmentClient commitments;
    private final FormFlow flow;

    ClaimForm(
            @RestClient ClaimClient claims,
            @RestClient AllocationClient allocations,
            @RestClient CommitmentClient commitments,
            FormFlow flow) {
        this.claims = claims;
        this.allocations = allocations;
        this.commitments = commitments;
        this.flow = flow;
    }

    /** On this commitment: of its project, from its allocation. */
    Recording<?> on(String id) {
        var commitment = Lazy.of(() -> commitment(id));
        return form(
                        () -> commitment.get().allocation().id(),
                        () -> commitment.get().project(),
                        () -> null)
                .on(FundingKind.COMMITMENT, id, () -> CommitmentPages.owner(commitment.get()))
                .of(null) // its address at the service is its own
                .open(() -> commitment.get().actions().contains("record-claim"))
                .sending((key, terms) -> claims.record(key, terms).id());
    }

    /** Of a draft, or of what came back. */
    Recording<?> changing(String id) {
        var claim = Lazy.of(() -> claim(id));
        return form(() -> claim.get().allocation().id(), () -> claim.get().project(), claim)
                .changing(
                        id,
                        () -> claim.get().reference(),
                        () -> claim(id),
                        (form, terms) -> claims.change(id, DecisionForm.version(form), form.key(), terms))
                .open(() -> claim.get().actions().contains("change"));
    }

    private Recording<ClaimTerms> form(
            Supplier<UUID> allocation, Supplier<CommitmentProject> project, Supplier<ClaimView> now) {
        var costs = Lazy.of(() -> costs(allocation.get(), project.get()));
        var from = Lazy.of(() -> from(allocation.get(), project.get()));
        return flow.of(FundingKind.CLAIM, FIELDS)
                .by("funding-officer")
                .telling(form -> Map.of(
                        "allocation",
                        allocation.get().toString(),
                        "project",
                        project.get().id().toString(),
                        "lines",
                        CostAsked.read(form.placing(path -> CostAsked.place(form, path, costs)), costs)))
                .noting((form, terms) -> exceeding(
                                from.get(), Reckoning.of(terms, costs.get()).sum())
                        .ifPresent(form::note))
                .showing(terms -> CostAsked.answers(flow.view().language(), terms, costs.get()))
                .shownAs((s, fields) -> Templates.form(s, from.get(), CostAsked.of(costs.get(), now.get(), s.form())));
    }

    /** A draft may claim more than is committed, as long as it is not submitted: it takes nothing. */
    private Optional<String> exceeding(From from, Money claimed) {
        var share = claimed.times(new BigDecimal(from.share()));
        var left = from.commitment().left();
        return share.compareTo(left) <= 0
                ? Optional.empty()
                : Optional.of(Words.say(
                        flow.view().language(),
                        "problem.exceeds-committed",
                        Map.of("available", left.toString(), "amount", share.toString())));
    }

    private List<ClaimableCost> costs(UUID allocation, CommitmentProject project) {
        var costs = new ArrayList<ClaimableCost>();
        var after = new AtomicReference<String>();
        do {
            var page = Services.funding(
                    () -> claims.claimable(allocation.toString(), project.id().toString(), after.get(), AT_ONCE));
            costs.addAll(page.items());
            after.set(page.next());
        } while (after.get() != null && costs.size() < MOST);
        return costs;
    }

    private From from(UUID id, CommitmentProject project) {
        var allocation = Services.funding(() -> allocations.read(id.toString()));
        var isWhole =
                List.of("NATIONAL", "GIFT").contains(allocation.actionType().name());
        return new From(
                allocation,
                project,
                isWhole ? "1" : allocation.coFinancingRate().toPlainString(),
                Services.funding(() ->
                        claims.claimableCommitment(id.toString(), project.id().toString())));
    }

    private CommitmentView commitment(String id) {
        return Services.funding(() -> commitments.read(id));
    }

    private ClaimView claim(String id) {
        return Services.funding(() -> claims.read(id));
    }
}
