package org.fundtrail.funding.api.claim;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.funding.api.rules.FundingRule;

@Schema(
        description =
                "What a funding officer finds who is not the one that recorded or submitted the claim (CPR 74(1)(a))")
public record ClaimVerification(
        @NotNull
        @Schema(
                description =
                        "APPROVED: what is left after the deductions is eligible. RETURNED: its officer may change it and submit it again. "
                                + "REJECTED: final. Both give back all that the claim took")
        Decision.Outcome outcome,

        @Text(max = 2000) @Schema(description = "Why; needed unless approved", examples = "No proof of payment")
        String reason,

        @Size(max = 500) @Schema(description = "What is not eligible of its lines; only where it is approved")
        List<@NotNull @Valid ClaimDeduction> deductions,

        @Valid
        @Schema(
                description =
                        "What was answered to the checklist of the claim's programme; without it the claim says that none was answered")
        VerificationChecklist checklist,

        @Size(max = 500)
        @Schema(
                description =
                        "Which lines were looked at, where verification is by sample (CPR 74(2)): the first is 1. Of the others the claim says that "
                                + "they were not looked at, of all where the list is empty; without it that this is not stated",
                examples = "[1, 3]")
        List<@NotNull Integer> sampled,

        @Day(happened = true)
        @Schema(
                description = "The day of the verification, today unless given; not in the future",
                examples = "2022-05-02")
        LocalDate on)
        implements Terms {

    public List<ClaimDeduction> deductionsOrNone() {
        return deductions == null ? List.of() : deductions;
    }

    public List<VerificationAnswer> answersOrNone() {
        return checklist == null || checklist.answers() == null ? List.of() : checklist.answers();
    }

    @Override
    public List<Across> across() {
        return List.of(deductionsNeedApproval(), eachNoIsExplained(), eachQuestionOnce());
    }

    private Across deductionsNeedApproval() {
        return new Across(
                List.of("outcome", "deductions"),
                outcome == null
                        || outcome == Decision.Outcome.APPROVED
                        || deductionsOrNone().isEmpty(),
                Refusal.Finding.of(FundingRule.DEDUCTIONS_NEED_APPROVAL, "deductions"));
    }

    private Across eachNoIsExplained() {
        return ofAnswers(
                FundingRule.FINDING_NEEDED,
                "finding",
                one -> one.answer() == ChecklistAnswer.NO && one.finding() == null);
    }

    private Across eachQuestionOnce() {
        var seen = new HashSet<Integer>();
        return ofAnswers(
                FundingRule.QUESTION_ANSWERED_TWICE,
                "question",
                one -> one.question() != null && !seen.add(one.question()));
    }

    private Across ofAnswers(FundingRule rule, String field, Predicate<VerificationAnswer> isWrong) {
        var answers = answersOrNone();
        int wrong = IntStream.range(0, answers.size())
                .filter(n -> answers.get(n) != null && isWrong.test(answers.get(n)))
                .findFirst()
                .orElse(-1);
        return new Across(
                List.of("checklist"),
                wrong < 0,
                Refusal.Finding.of(
                        rule,
                        "checklist.answers[" + wrong + "]." + field,
                        "question",
                        wrong < 0 ? "" : String.valueOf(answers.get(wrong).question())));
    }
}
