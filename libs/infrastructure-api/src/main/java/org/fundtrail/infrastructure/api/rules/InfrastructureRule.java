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
    ACCEPTED_ELSEWHERE(
            409,
            "Invoices of {contract} were approved without a certificate, so its works are accepted elsewhere. Certify all of a contract here, or nothing."),
    ADVANCE_ALONE(
            400,
            "A certificate of the advance says nothing of works. Leave out everything but its number and its day."),
    ADVANCE_COMES_FIRST(
            409,
            "The advance of this contract would come after {certificate}. Only the first certificate can be of the advance."),
    ADVANCE_NOT_AGREED(409, "The terms of {contract} agree on no advance."),
    CERTIFICATE_ALREADY_PROPOSED(
            409, "{certificate} waits for a decision already. Decide on that one first, or withdraw it."),
    CERTIFICATE_NOT_IN_FORCE(409, "The certificate {certificate} is {status}, so nothing is invoiced on it now."),
    CERTIFICATE_NUMBER_TAKEN(409, "The contract has a certificate of this number already."),
    CERTIFICATE_OUTDATED(
            409,
            "Something it is computed from changed since it was recorded: {now} would be payable, and it says {payable}. Return it, so that it is computed anew."),
    CERTIFIED_ABOVE_CONTRACT(
            409, "That would certify {gross} of a contract that comes to {contracted} with its approved variations."),
    CERTIFIED_BELOW_ZERO(409, "That would certify {gross}: less than nothing cannot be done."),
    LINE_ABOVE_VALUE(
            409,
            "{amount} of line {line} is more than the line is worth, {value}. What is more has to be approved as a variation."),
    LINE_CERTIFIED_TWICE(400, "The line {line} is there twice. Give each line once."),
    LINE_UNKNOWN(400, "{contract} has no line {line}. Give a line of its schedule of values."),
    SECURITY_MISSING(
            409,
            "The contract lists a security of the kind {kind}, and none is live on {day}. Record one that is, then certify."),
    TAKES_BACK_TOO_MUCH(
            409,
            "That would take back {net}, and no more than {payable} is certified and not invoiced. Certify less of it back."),
    VARIATIONS_ABOVE_APPROVED(
            409, "{field} is {amount}, and {approved} is approved. Have the variation approved first."),
    COST_LINE_NAME_TAKEN(409, "The project has a cost line of this name already."),
    COST_LINE_UNKNOWN(400, "{value} is no cost line of {project}. Give the id of one of its own cost lines."),
    SAME_COST_LINE(400, "Money goes from one cost line to another. Choose two."),
    EXCEEDS_BUDGET(
            409, "The budget of {costLine} is only {available} from {day} on, so {amount} cannot be taken from it."),
    CONTRACT_REFERENCE_TAKEN(409, "There is already a contract with this reference."),
    CONTRACT_BEYOND_TAKING_OVER(
            409,
            "This certificate took over the works of {contract}, which is in {stage} by now, so it is not reversed. Correct it by a later certificate."),
    CONTRACT_NOT_IN_FORCE(409, "The contract {reference} is {status}: it has to be approved first."),
    ADVANCE_ABOVE_NET(400, "{field} must not be more than the contract is worth without VAT, {net}."),
    LINE_TWICE(400, "The schedule has the line {line} twice. Give each line a name of its own."),
    SCHEDULE_NOT_NET(
            400,
            "The lines of the schedule come to {sum}, the contract to {net}. Make them the same, or leave the schedule out."),
    CONTRACT_UNKNOWN(400, "{value} is no contract of yours. Give the id or reference of a contract in force."),
    GROSS_NOT_SUM(400, "{field} must be net and VAT together, {sum}."),
    ACCEPTED_TWICE(
            400,
            "An invoice is accepted by a certificate or by what is kept elsewhere, not by both. Leave out {field}."),
    NOT_ACCEPTED(400, "Give the certificate of the invoice, or what was accepted and where that is kept."),
    CONTRACT_IS_CERTIFIED(
            409,
            "The works of {contract} are accepted by certificates, so the invoice has to be matched to one of them."),
    COST_LINE_OF_CONTRACT(
            409, "The contract {contract} says itself to which cost lines it belongs. Leave out {field}."),
    INVOICE_NUMBER_TAKEN(
            409,
            "There is already an invoice of this supplier with this number. Look at it; where this is another one, say why in override."),
    OVERRIDE_NOT_NEEDED(409, "There is no other invoice of this supplier with this number. Leave out {field}."),
    CERTIFICATE_UNKNOWN(
            400, "{value} is no approved certificate of {contract}. Give the id of one of its own certificates."),
    INVOICE_ABOVE_CERTIFICATE(409, "Only {available} of the certificate is not invoiced, {amount} does not fit."),
    INVOICE_VAT_DIFFERS(409, "The VAT must be {vat}; the invoice says {said}. Return it or reject it."),
    INVOICE_ABOVE_CONTRACT(409, "Only {available} of the contract is not invoiced, {amount} does not fit."),
    ELIGIBLE_ABOVE_COMPUTED(409, "{field} can be lowered only, and {computed} are eligible."),
    NOT_OVERRIDING(409, "This invoice was not recorded in spite of another of its number. Leave out {field}."),
    NOTHING_TO_PAY(409, "Credit notes have taken back all of this invoice, so there is nothing to pay."),
    CREDIT_NOTE_NUMBER_TAKEN(
            409,
            "There is already a credit note of this supplier with this number. Look at it; where this is another one, correct the number."),
    CREDIT_ABOVE_INVOICE(409, "Only {available} of the invoice is left, {amount} cannot be taken back."),
    VARIATION_BELOW_CERTIFIED(
            409, "Only {available} of the contract is not certified there, so {amount} cannot be taken from it."),
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
