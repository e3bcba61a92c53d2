package org.fundtrail.funding.api.rules;

import org.fundtrail.common.Rule;

/** Every rule of funding that can refuse something here, with its legal source where it has one. */
public enum FundingRule implements Rule {
    PROGRAMME_CODE_TAKEN(409, "There is already a programme with this code."),
    PROGRAMME_UNKNOWN(400, "There is no programme {value}. Give the id or code of a recorded programme."),
    ALLOCATION_REFERENCE_TAKEN(409, "There is already an allocation with this reference."),
    RATE_ABOVE_CAP(
            400,
            "The EU may pay at most {cap} of a cost of the type {actionType} (BMVI 12, AMIF 15). Lower the co-financing rate."),
    ALLOCATION_NOT_IN_FORCE(409, "The allocation {reference} is {status}: it has to be approved first."),
    EXCEEDS_ALLOCATION(409, "Only {available} of the allocation is still to be received, so {amount} cannot be."),
    RECEIPT_RECORDED_TWICE(409, "This payment is already recorded: same bank reference, value date and amount."),
    EXCEEDS_AVAILABLE(409, "Only {available} of the allocation is available, so {amount} cannot be committed."),
    COST_OUTSIDE_PROGRAMME(
            409,
            "The programme {programme} may pay for {scope} only ({law}); {project} is of the kind {kind} and cannot be paid from it, unless "
                    + "an approver decides so: then record it with override and its reason."),
    OVERRIDE_NOT_NEEDED(
            409, "Nothing has to be overridden: the programme {programme} may pay for {project}. Leave override out."),
    AMENDED_TOO_EARLY(400, "{field} must be on or after {start}, when what it changes was decided."),
    EXCEEDS_UNCOMMITTED(
            409,
            "Only {available} of the allocation is not committed, so {amount} cannot be taken from it. Release commitments first, or take less."),
    EXCEEDS_NOT_RECEIVED(
            409,
            "Only {available} of the allocation is still to be received, so {amount} cannot be taken from it: what is received or announced "
                    + "stays. Take less, or have a receipt reversed first: then it is to be received again, and can be taken."),
    EXCEEDS_COMMITMENT(409, "The commitment comes to {available}, so {amount} of it cannot be released. Release less."),
    EXCEEDS_UNCLAIMED(
            409,
            "Only {available} of what is committed to the project is not claimed, so {amount} cannot be released. Release less."),
    COMMITMENT_NOT_IN_FORCE(409, "The commitment {reference} is {status}: it has to be approved first."),
    ALLOCATION_NOT_USED(
            409,
            "{available} of the allocation {reference} is committed to no project: commit or decommit it before it is closed. Of what was received and is "
                    + "not used have the receipt reversed first: then it can be decommitted."),
    ALLOCATION_NOT_CLAIMED(
            409,
            "{committed} of the allocation {reference} is committed and not claimed: have it claimed, or amend the commitments down, before it is "
                    + "closed."),
    ALLOCATION_NOT_RECEIVED(
            409,
            "{toReceive} of the allocation {reference} is still to be received: record it as received, or have it decommitted, before it is "
                    + "closed."),
    ALLOCATION_UNDECIDED(
            409,
            "Something that was recorded on the allocation {reference} waits for a decision. Have it decided or withdraw it before it is closed."),
    ALLOCATION_NOT_RECOVERED(
            409,
            "Recoveries of the allocation {reference} are not at their end: {recoveries}. Have them paid, offset, waived, rejected or withdrawn before "
                    + "it is closed."),
    ALLOCATION_CLOSED(409, "The allocation {reference} was closed on {day}: nothing more is recorded on it."),
    PROJECT_UNKNOWN(400, "There is no project {value}. Give the id or reference of a recorded project."),
    ALLOCATION_UNKNOWN(400, "There is no allocation {value}. Give the id or reference of a recorded allocation."),
    CLAIM_LINES_NEEDED(400, "Say what is claimed, and once: either invoices or lines."),
    CLAIM_LINE_NAMES_ANOTHER(
            400,
            "A line of the kind {kind} names what its kind says and nothing else: an invoice with INVOICE, a direct cost with DIRECT_COST, a "
                    + "cost option with the others."),
    NOT_OF_THIS_KIND(400, "{field} is not said of a {kind}. Leave it out."),
    PERCENT_ABOVE_BASIS(400, "percent may be at most {most} for {basis} (CPR 54). Lower it, or choose another basis."),
    COST_OPTION_UNKNOWN(
            400, "There is no cost option {value} of the kind {kind}. Give the id or reference of a recorded one."),
    COST_OPTION_OF_ANOTHER(
            400,
            "The cost option {reference} is one of the project {project} on the allocation {allocation}. Claim it there."),
    COST_OPTION_NOT_APPROVED(409, "The cost option {reference} is {status}: it has to be approved first."),
    COST_OPTION_STAYS_ON_ITS_ALLOCATION(
            400, "The cost option {reference} stays on its allocation. Withdraw it, and record another one there."),
    EXCEEDS_ENTITLED(
            409,
            "Only {available} of the cost option is left, so {amount} cannot be claimed by it: nothing is claimed twice (CPR 63(9))."),
    FLAT_RATE_WITHOUT_COSTS(
            409,
            "The flat rate {reference} is a part of real costs on the same claim ({basis}), and there are none. Add them, or leave its line out."),
    FLAT_RATE_TOO_HIGH(
            409,
            "The flat rate {reference} of {percent} % comes to {most} on this claim, so {amount} cannot be claimed by it (CPR 54). Claim less."),
    SECOND_FLAT_RATE(
            409,
            "The flat rate {first} stands on this claim already, and only one of them is paid on the same costs (CPR 54). Take {reference} away."),
    FLAT_RATE_TO_DEDUCT(
            409,
            "After these deductions the flat rate of line {line} comes to {most} (CPR 54). Deduct {amount} more from that line."),
    ITEM_CLAIMED_TWICE(
            400,
            "{item} stands on this claim twice, by itself or by an invoice that shares its amounts. Claim it once."),
    EXPENDITURE_UNKNOWN(
            400, "There is no {kind} {value}. Give the id of one that infrastructure-service has recorded."),
    EXPENDITURE_OF_ANOTHER_PROJECT(
            400, "{number} is a cost of the project {itsProject}, and the claim is one of {project}. Claim it there."),
    EXPENDITURE_NOT_APPROVED(409, "{number} is {status}: only what is approved or paid can be claimed."),
    EXPENDITURE_CHANGED(
            409,
            "{number} is not what it was when the claim took it over: it is {status}, {eligible} of it is eligible and {credited} were credited. "
                    + "Try again in a moment; if it stays so, have the claim sent back, and change it."),
    INVOICE_NOT_PAID(
            409,
            "{number} is {status}: only what was paid is eligible (CPR 63(2)). Have its payment recorded, or deduct the line as not proven."),
    NO_EU_SHARE(
            409,
            "{number} counts on cost lines of which no fund of the Union pays a share. Claim it from the state's own money."),
    NOTHING_LEFT_TO_CLAIM(409, "Nothing of {number} is left to be claimed: other claims have it."),
    EXCEEDS_DECLARABLE(
            409,
            "Only {available} of it is left to be declared, so {amount} cannot be: the same expenditure is never declared twice (CPR 63(9))."),
    EXCEEDS_FUNDABLE(
            409,
            "Only {available} of its cost is not funded yet, so {amount} cannot be paid for it: no cost is funded twice (FR 194)."),
    EXCEEDS_COMMITTED(
            409,
            "Only {available} of what is committed to the project is not claimed yet, so {amount} cannot be claimed. Commit more to it first."),
    CREDITED_SINCE(
            409,
            "Credit notes took back of what this claim holds: {amount} are missing and {available} are left. Deduct as much when it is verified, "
                    + "or send it back and have it changed."),
    CLAIM_STAYS_ON_ITS_ALLOCATION(
            400, "The claim {reference} stays on its allocation. Withdraw it, and record another one there."),
    DEDUCTIONS_NEED_APPROVAL(400, "What is returned or rejected has no deductions: it gives back all that it took."),
    DEDUCTION_LINE_UNKNOWN(400, "The claim has no line {line}."),
    DEDUCTION_TOO_LARGE(400, "Line {line} claims {amount}, so {deducted} cannot be deducted from it."),
    CAP_EXCEEDED_SINCE(
            409,
            "Since another claim came back, {reference} and all that is authorised or paid of its allocation come to {amount} more than the cap of "
                    + "its action type. Have it returned and submitted again: it is paid as much less then."),
    SUBMITTED_BEFORE_ISSUE(
            400,
            "{number} was issued on {day}, so a claim of it cannot have been submitted before. Give that day or a later one."),
    CHECKLIST_NOT_IN_FORCE(
            409,
            "Version {version} of the checklist of {programme} is not in force: version {inForce} is. Read it, and answer that one."),
    NO_CHECKLIST_IN_FORCE(409, "The programme {programme} has no checklist in force. Leave checklist out."),
    CHECKLIST_QUESTION_UNKNOWN(400, "The checklist that is answered has no question {question}."),
    FINDING_NEEDED(400, "Question {question} is answered with NO: say what was found."),
    QUESTION_ANSWERED_TWICE(400, "Question {question} is answered twice. Answer it once."),
    CHECKLIST_STAYS_WITH_ITS_PROGRAMME(
            400, "The checklist {reference} stays with its programme. Withdraw it, and record another one there."),
    CHECKLIST_SUPERSEDED(
            409,
            "Version {inForce} of the checklist of {programme} is in force already, so this older one never would be. Reject it."),
    BEFORE_THE_CLOCK(400, "{field} must be on or after {day}: since then the clock goes as it does now."),
    RECOVERY_OF_NOTHING(400, "Say of what is recovered: a paid claim, an invoice or direct cost of one, or both."),
    FINDING_AT_ONE_PLACE(
            400,
            "A finding stands at a question of the claim's checklist or at a line of the claim: give question or line, and not both."),
    FINDING_UNKNOWN(
            400,
            "The claim {reference} has no finding at its {place} {n}. Name a question at which its verification wrote a finding, or a line from "
                    + "which it deducted something; or leave the finding out and say the reason."),
    CLAIM_UNKNOWN(400, "There is no claim {value}. Give the id or reference of a recorded claim."),
    CLAIM_NOT_PAID(409, "The claim {reference} is {status}: only of what was paid can anything be recovered."),
    ITEM_NOT_PAID_FOR(
            400, "No claim that was paid names {value}. Give the id of an invoice or direct cost of a paid claim."),
    ITEM_OF_ANOTHER_CLAIM(400, "The claim {reference} does not name {value}. Give the id of what it names."),
    ITEM_OF_SEVERAL_CLAIMS(409, "Several claims that were paid name {value}: {claims}. Say which with claim."),
    EXCEEDS_RECOVERABLE(
            409, "Only {available} of what was paid can still be recovered, so {amount} cannot be. Recover less."),
    RECOVERY_STAYS_ON_ITS_CLAIM(
            400, "The recovery {reference} stays on its claim. Withdraw it, and record another one there."),
    DEBIT_NOTE_NEEDS_ORDER(
            400, "What is returned or rejected has no debit note. Leave dueOn and interest out, or approve it."),
    PER_CENT_MALFORMED(
            400, "{field} must be a rate in per cent, from 0 to 100 with at most two decimals, such as \"4.50\"."),
    INTEREST_POINTS_UNKNOWN(
            400,
            "{field} must be 8 where what is due comes from a contract for supplies or services, and 3.5 in all other cases (FR 99)."),
    BEFORE_THE_PAYMENT(400, "{field} must be on or after {day}, when the claim was paid."),
    BEFORE_THE_ORDER(400, "{field} must be on or after {day}, when the recovery was ordered."),
    CLAIM_NOT_TO_BE_PAID(
            409,
            "The claim {reference} is {status}: only against one that is authorised and not paid yet can be offset."),
    OFFSET_OF_ANOTHER_PROJECT(
            409, "The claim {reference} is one of {itsProject}, and what is recovered was paid for {project}."),
    EXCEEDS_TO_PAY(
            409,
            "Only {available} is still to be paid of the claim {reference}, so {amount} cannot be offset against it. Choose another claim, or have "
                    + "it paid back."),
    RECOVERY_OF_CREDIT_STAYS(
            409,
            "The recovery {reference} was established by the system because of a credit note, so nobody could correct it. Order or reject it.");

    private final int status;
    private final String sentence;

    FundingRule(int status, String sentence) {
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
