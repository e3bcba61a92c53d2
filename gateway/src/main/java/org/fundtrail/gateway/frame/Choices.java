package org.fundtrail.gateway.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimClockChange;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.language.Language;

/** The lists that more than one form offers. Templates reach it as {@code cdi:choices}. */
@RequestScoped
@Named("choices")
public class Choices {
    private final View view;

    Choices(View view) {
        this.view = view;
    }

    public List<Option> outcomes() {
        return Option.of(view.language(), "outcome", Decision.Outcome.values());
    }

    /** Of what nobody could correct if it came back. */
    public List<Option> outcomesWithoutReturn() {
        return Option.of(
                view.language(), "outcome", Decision.Outcome.APPROVED.name(), Decision.Outcome.REJECTED.name());
    }

    /** Whether an invoice that was recorded in spite of another of its number has a cost of its own. */
    public List<Option> papers() {
        return Option.of(view.language(), "anotherPaper", "false", "true");
    }

    /** Of a reversal: the record is reversed, or stays. */
    public List<Option> reversalOutcomes() {
        return Option.of(view.language(), "reversalOutcome", "APPROVED", "REJECTED");
    }

    /** The same of the payment of a claim. */
    public List<Option> paymentReversalOutcomes() {
        return Option.of(view.language(), "paymentReversalOutcome", "APPROVED", "REJECTED");
    }

    /** By how much the interest of what is paid back late is above the rate of the ECB. */
    public List<Option> interestPoints() {
        return Option.of(view.language(), "interestPoints", "3.5", "8");
    }

    /** Of what was approved already. */
    public List<Option> refusals() {
        return Option.of(view.language(), "outcome", "RETURNED", "REJECTED");
    }

    public List<Option> deductions() {
        return Option.of(view.language(), "deduction", DeductionKind.values());
    }

    public List<Option> clock(boolean isStopped) {
        var next = isStopped ? ClaimClockChange.Action.START : ClaimClockChange.Action.STOP;
        return Option.of(view.language(), "clock", next.name());
    }

    /** How a sum is typed in the reader's language. */
    public String moneyExample() {
        return view.language().typed(Money.eur("15400000.00"));
    }

    /** How the three fields of a date are typed in the reader's language. */
    public String dateExample() {
        return view.language() == Language.LT ? "2026 3 12" : "12 3 2026";
    }
}
