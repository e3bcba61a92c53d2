package org.fundtrail.gateway.page;

import org.fundtrail.gateway.page.FundingClient.Decision;
import org.fundtrail.gateway.page.FundingClient.StepRequest;

/** The approver's form, the same on an allocation, a commitment and a contract. */
public final class DecisionForm {

    private static final String NONE = "999999999";

    private DecisionForm() {}

    public static Form empty(Language language) {
        return Form.empty(language);
    }

    public static Decision read(Form form) {
        var outcome = form.text("outcome");
        var reason = form.optionalText("reason");
        if (reason == null && outcome != null && !outcome.equals("APPROVED")) {
            form.refuse("reason", "need.reason");
        }
        return new Decision(outcome, reason);
    }

    /** To take back what one has recorded oneself. */
    public static StepRequest withdrawal(Form form) {
        return new StepRequest("WITHDRAW", form.optionalText("reason"));
    }

    /** The version that was on the screen, so that nobody decides on what has changed meanwhile. */
    public static String version(Form form) {
        // what is no version is none that a record has
        return form.has("version")
                ? '"' + (form.value("version").matches("\\d{1,9}") ? form.value("version") : NONE) + '"'
                : null;
    }
}
