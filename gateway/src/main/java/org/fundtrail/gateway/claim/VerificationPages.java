package org.fundtrail.gateway.claim;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.checklist.ChecklistClient;
import org.fundtrail.gateway.checklist.ChecklistPages;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.services.Services;

/** The verification of a claim, line by line beside its papers, by a funding officer who is not the one that submitted it. */
@Path("/claims/verification")
@Produces(MediaType.TEXT_HTML)
public class VerificationPages implements NewOnPage {
    private static final Fields<ClaimVerification> FIELDS = Fields.of(
            ClaimVerification.class,
            "verification",
            Field.radios("outcome", "outcome", Decision.Outcome.values()),
            Field.area("reason").optional(),
            Field.day("on").optional());

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance verification(
                ShortForm s,
                List<Fields.Asked> fields,
                ClaimView claim,
                List<DeductionAsked> lines,
                ExaminationAsked asked);
    }

    private final ClaimClient claims;
    private final AllocationClient allocations;
    private final ChecklistClient checklists;
    private final FormFlow flow;

    VerificationPages(
            @RestClient ClaimClient claims,
            @RestClient AllocationClient allocations,
            @RestClient ChecklistClient checklists,
            FormFlow flow) {
        this.claims = claims;
        this.allocations = allocations;
        this.checklists = checklists;
        this.flow = flow;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public Kind ownerKind() {
        return FundingKind.CLAIM;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var claim = Lazy.of(() -> Services.funding(() -> claims.read(id)));
        var asked = Lazy.of(() -> asked(claim.get()));
        return flow.of(FundingKind.CLAIM, FIELDS)
                .by("funding-officer")
                .on(
                        ownerKind(),
                        id,
                        () -> Owner.of(
                                ownerKind(), claim.get().id(), claim.get().reference()),
                        "/claims/verification/new/" + id)
                .validatedAs("verification")
                .open(() -> claim.get().actions().contains("verify"))
                .telling(VerificationPages::told)
                .noting(VerificationPages::mustSayWhy)
                .showing(terms -> answers(terms, claim.get(), asked.get()))
                .shownAs((s, fields) -> Templates.verification(
                        s, fields, claim.get(), DeductionAsked.of(claim.get(), s.form()), asked.get()))
                .beginningWith(
                        form -> form.with("version", String.valueOf(claim.get().version()))
                                .withDate("on", flow.view().today()))
                .stepping(
                        (form, terms) -> claims.verify(id, DecisionForm.version(form), form.key(), terms),
                        terms -> terms.outcome() == Decision.Outcome.APPROVED
                                ? "VERIFIED"
                                : terms.outcome().name());
    }

    /** The checklist in force of the claim's programme. */
    private ExaminationAsked asked(ClaimView claim) {
        var allocation =
                Services.funding(() -> allocations.read(claim.allocation().id().toString()));
        return ExaminationAsked.of(
                ChecklistPages.inForce(checklists, allocation.programme().id().toString()),
                flow.view().language());
    }

    private static Map<String, Object> told(Form form) {
        form.placing(path -> {
            var answer = ExaminationAsked.place(form, path);
            return answer == null ? DeductionAsked.place(form, path) : answer;
        });
        var told = new HashMap<String, Object>();
        told.put("deductions", DeductionAsked.read(form));
        ExaminationAsked.read(form, told);
        return told;
    }

    private List<Answer> answers(ClaimVerification terms, ClaimView claim, ExaminationAsked asked) {
        var language = flow.view().language();
        var answers = new ArrayList<>(DeductionAsked.answers(language, terms));
        answers.addAll(asked.said(language, terms, claim.lines().size()));
        return answers;
    }

    /** Said where it is typed: the service would refuse it only when it is recorded. */
    private static void mustSayWhy(Form form, ClaimVerification terms) {
        if (terms.outcome() != Decision.Outcome.APPROVED && terms.reason() == null) {
            form.refuse("reason", "need.reason");
        }
    }
}
