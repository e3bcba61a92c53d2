package org.fundtrail.funding.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.claim.ClaimVerification;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.funding.checklist.Checklist;
import org.fundtrail.funding.checklist.Checklists;

/** Holds what a verification says it answered, looked at and found against the checklist in force and the lines of the claim. */
@ApplicationScoped
class Examinations {
    private final Checklists checklists;

    Examinations(Checklists checklists) {
        this.checklists = checklists;
    }

    /** Says on the claim what was answered and looked at; refuses another checklist than the one in force, and what neither has. */
    void say(Claim claim, ClaimVerification said) {
        var checklist = answered(claim, said);
        mustHaveLines(claim, said);
        mustHaveQuestions(said, checklist);
        claim.examination().say(said, checklist, claim.lines().size());
    }

    private Checklist answered(Claim claim, ClaimVerification said) {
        if (said.checklist() == null) {
            return null;
        }
        var programme = claim.allocation().programme();
        var inForce = checklists.inForce(programme.id());
        if (inForce == null) {
            throw Refusal.ofField(FundingRule.NO_CHECKLIST_IN_FORCE, "checklist", "programme", programme.code());
        }
        if (inForce.number() != said.checklist().version()) {
            throw Refusal.ofField(
                    FundingRule.CHECKLIST_NOT_IN_FORCE,
                    "checklist.version",
                    "version",
                    said.checklist().version().toString(),
                    "programme",
                    programme.code(),
                    "inForce",
                    String.valueOf(inForce.number()));
        }
        return inForce;
    }

    private static void mustHaveLines(Claim claim, ClaimVerification said) {
        int lines = claim.lines().size();
        said.deductionsOrNone().forEach(one -> mustHaveLine(lines, one.line(), "deductions"));
        var sampled = said.sampled() == null ? List.<Integer>of() : said.sampled();
        sampled.forEach(line -> mustHaveLine(lines, line, "sampled"));
    }

    private static void mustHaveLine(int lines, int line, String field) {
        if (line < 1 || line > lines) {
            throw Refusal.ofField(FundingRule.DEDUCTION_LINE_UNKNOWN, field, "line", String.valueOf(line));
        }
    }

    private static void mustHaveQuestions(ClaimVerification said, Checklist checklist) {
        int questions = checklist == null ? 0 : checklist.questions().size();
        var answers = said.answersOrNone();
        IntStream.range(0, answers.size())
                .forEach(n -> mustHaveQuestion(
                        questions, answers.get(n).question(), "checklist.answers[" + n + "].question"));
        var deductions = said.deductionsOrNone();
        IntStream.range(0, deductions.size())
                .filter(n -> deductions.get(n).question() != null)
                .forEach(n ->
                        mustHaveQuestion(questions, deductions.get(n).question(), "deductions[" + n + "].question"));
    }

    private static void mustHaveQuestion(int questions, int question, String field) {
        if (question < 1 || question > questions) {
            throw Refusal.ofField(FundingRule.CHECKLIST_QUESTION_UNKNOWN, field, "question", String.valueOf(question));
        }
    }
}
