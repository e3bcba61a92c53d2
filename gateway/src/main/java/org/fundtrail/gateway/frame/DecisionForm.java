package org.fundtrail.gateway.frame;

import org.fundtrail.common.Decision;
import org.fundtrail.common.StepTerms;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.language.Language;

/** The approver's form, the same on an allocation, a commitment and a contract. */
public final class DecisionForm {

    private static final String NONE = "999999999";

    private DecisionForm() {}

    public static Form empty(Language language) {
        return Form.empty(language);
    }

    public static Decision read(Form form) {
        var outcome = form.choice("outcome", Decision.Outcome.class);
        var reason = form.optionalText("reason");
        if (reason == null && outcome != null && outcome != Decision.Outcome.APPROVED) {
            form.refuse("reason", "need.reason");
        }
        return new Decision(outcome, reason);
    }

    /** To take back what one has recorded oneself. */
    public static StepTerms withdrawal(Form form) {
        return new StepTerms("WITHDRAW", form.optionalText("reason"), null);
    }

    /** To propose that what is in force is undone. */
    static StepTerms reversal(Form form) {
        var reason = form.optionalText("reason");
        if (reason == null) {
            form.refuse("reason", "need.reason");
        }
        return new StepTerms("REVERSE", reason, null);
    }

    /** The version that was on the screen, so that nobody decides on what has changed meanwhile. */
    public static String version(Form form) {
        // what is no version is none that a record has
        return form.has("version")
                ? '"' + (form.value("version").matches("\\d{1,9}") ? form.value("version") : NONE) + '"'
                : null;
    }
}
