package org.fundtrail.infrastructure.api.rules;

import org.fundtrail.common.Rule;

/** Every rule of infrastructure that can refuse something here. */
public enum InfrastructureRule implements Rule {
    WORKS_PROGRAMME_REFERENCE_TAKEN(409, "There is already a works programme with this reference."),
    WORKS_PROGRAMME_UNKNOWN(
            400, "There is no works programme {value}. Give the id or reference of a recorded works programme."),
    PROJECT_REFERENCE_TAKEN(409, "There is already a project with this reference."),
    VAT_RATE_ONLY_WITH_NET(
            400, "Only an estimate that is NET has a VAT rate. Leave out {field}, or make the basis NET."),
    ACCURACY_CLASS_OUT_OF_RANGE(
            400, "{field} must be a class of AACE 18R-97, from 1 (definitive) to 5 (order of magnitude)."),
    ESTIMATE_UNKNOWN(400, "{value} is no estimate of {owner}. Choose one of its own estimates."),
    ALREADY_THE_BASELINE(409, "This estimate is the baseline already."),
    BASELINE_ALREADY_PROPOSED(
            409,
            "A baseline of {owner} is proposed already and waits for a decision. Decide on that one first, or withdraw it."),
    COST_LINE_NAME_TAKEN(409, "The project has a cost line of this name already."),
    COST_LINE_UNKNOWN(400, "{value} is no cost line of {project}. Give the id of one of its own cost lines."),
    SAME_COST_LINE(400, "Money goes from one cost line to another. Choose two."),
    EXCEEDS_BUDGET(
            409, "The budget of {costLine} is only {available} from {day} on, so {amount} cannot be taken from it."),
    CONTRACT_REFERENCE_TAKEN(409, "There is already a contract with this reference."),
    CONTRACT_NOT_IN_FORCE(409, "The contract {reference} is {status}: it has to be approved first."),
    ADVANCE_ABOVE_NET(400, "{field} must not be more than the contract is worth without VAT, {net}."),
    LINE_TWICE(400, "The schedule has the line {line} twice. Give each line a name of its own."),
    QUANTITY_MALFORMED(400, "Give {field} in quotes, above zero and with at most six decimals, like \"508.5\"."),
    SCHEDULE_NOT_NET(
            400,
            "The lines of the schedule come to {sum}, the contract to {net}. Make them the same, or leave the schedule out."),
    CONTRACTOR_ERASED(409, "What was known of this contractor was erased, so there is no name to correct.");

    private final int status;
    private final String sentence;

    InfrastructureRule(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
