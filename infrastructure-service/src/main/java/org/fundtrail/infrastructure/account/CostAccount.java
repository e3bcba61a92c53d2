package org.fundtrail.infrastructure.account;

import java.util.UUID;
import org.fundtrail.common.Rule;
import org.fundtrail.journal.Account;
import org.fundtrail.journal.JournalRule;

/**
 * Where the cost of a project stands in the books. Each column of the cost report is what stands on one of these, so it is known as of any
 * day and at any position. An account is kept for a row of the report: a cost line, or the project itself for what has no cost line.
 * Amounts are in EUR and net; VAT stands beside them.
 *
 * <p>Two chains go through a contract. Value: {@link #SIGNED}, {@link #CONTRACTED}, {@link #CERTIFIED}. Payment: {@link #DUE},
 * {@link #PAYABLE}, {@link #INVOICED}, {@link #PAID}, with {@link #RETAINED} and {@link #ADVANCE} beside it. What is said rather than
 * moved (budgets, forecasts, variations that are not agreed) comes from {@link #STATED}.
 */
public enum CostAccount {
    /** Where figures come from that are said, not moved. Of the same owner and row as what they go to. */
    STATED,

    /** Of a cost line: what it was to cost at first. */
    ORIGINAL_BUDGET,
    /** Of a cost line: what came from other lines of the project, less what went to them. */
    TRANSFERS,
    /** Of a cost line: what a decision added to it or took from it. */
    BUDGET_CHANGES,
    /** Of a cost line: changes that wait for a decision. */
    PENDING_BUDGET_CHANGES,

    /** Of a contract, kept for its project: where its worth with VAT comes from. */
    SIGNED,
    /** Of a contract: what it was worth when it was signed. */
    ORIGINAL_COMMITMENTS,
    /** Of a contract: the VAT of that, said beside what {@link #CONTRACTED_VAT} moves. */
    ORIGINAL_COMMITMENTS_VAT,
    /** Of a contract: approved variations, without price adjustment. */
    APPROVED_VARIATIONS,
    /** Of a contract: approved adjustments of its prices. */
    PRICE_ADJUSTMENTS,
    /** Of a contract: variations and adjustments that wait for a decision. */
    PENDING_VARIATIONS,
    /** Of a contract: notices and risks, by their rough order of magnitude. */
    POTENTIAL_CHANGES,

    /** Of a contract: what of its worth is not certified. Never below zero. */
    CONTRACTED(true),
    CONTRACTED_VAT,
    /** Of a contract: what is certified, before retention and advance. Never below zero. */
    CERTIFIED(true),
    CERTIFIED_VAT,

    /** Of a contract: where what is due to its contractor comes from. */
    DUE,
    DUE_VAT,
    /** Of a contract: what may be invoiced. Never below zero. */
    PAYABLE(true),
    PAYABLE_VAT,
    /** Of a contract: what is held back until the works are taken over and their defects made good. Never below zero. */
    RETAINED(true),
    /** Of a contract: the advance that is not recovered, below zero. */
    ADVANCE,
    /** Of a contract: approved invoices that are not paid. Never below zero. */
    INVOICED(true),
    INVOICED_VAT,
    /** Of a contract: paid invoices. Never below zero. */
    PAID(true),
    PAID_VAT,

    /** Of a certificate, kept for its contract: what of its payable amount, with VAT, no invoice uses. Never below zero. */
    TO_INVOICE(true),

    /** Of a certificate: what of a row later certificates below zero took back, so that no invoice of it comes to that. */
    TAKEN_BACK,
    TAKEN_BACK_VAT,

    /** Of an invoice: what of its net amount counts on the cost line that it names, where its certificate has none. Never below zero. */
    RECLASSIFIED(true),
    /** Of a contract: where that comes from, so below zero what all its invoices count on the line. */
    RECLASSIFYING,

    /** Of an invoice: what of it no credit note took back, without VAT, kept for the rows of its contract. Never below zero. */
    CREDITABLE(true),
    CREDITABLE_VAT(true),

    /** Of a direct cost: what was paid without a contract. */
    DIRECT_ACTUAL,
    /** Of a cost line: what somebody expects that is still to be contracted. */
    FORECAST;

    private final boolean ceiling;

    CostAccount() {
        this(false);
    }

    CostAccount(boolean ceiling) {
        this.ceiling = ceiling;
    }

    /**
     * The account.
     *
     * @param owner the record whose account it is
     * @param row the cost line for which it is kept, or the project where there is none
     */
    public Account of(UUID owner, UUID row) {
        return of(owner, row, JournalRule.FLOOR_REACHED, "amount");
    }

    /** The same where taking more than stands there is refused by this rule, at this field. */
    public Account of(UUID owner, UUID row, Rule refusal, String field) {
        return ceiling ? Account.ceiling(name(), owner, row, refusal, field) : Account.outside(name(), owner, row);
    }
}
