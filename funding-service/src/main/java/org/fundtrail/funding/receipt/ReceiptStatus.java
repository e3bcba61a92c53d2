package org.fundtrail.funding.receipt;

import org.fundtrail.common.Refusal;
import org.fundtrail.journal.JournalRule;

/**
 * The life of a receipt.
 *
 * <pre>
 * RECORDED -> CONFIRMED | REFUSED   by an accountant who is no author (FR 115), with a reason when refused
 * CONFIRMED, REFUSED                final
 * </pre>
 */
public enum ReceiptStatus {
    RECORDED,
    CONFIRMED,
    REFUSED;

    ReceiptStatus to(ReceiptStatus wanted) {
        if (this != RECORDED || wanted == RECORDED) {
            throw Refusal.of(
                    JournalRule.WRONG_STATE, "status", name(), "action", wanted == CONFIRMED ? "confirmed" : "refused");
        }
        return wanted;
    }
}
