package org.fundtrail.gateway.form;

import org.fundtrail.common.Money;
import org.fundtrail.gateway.language.Language;

/** What was typed in one language as it is typed in the other: sums and shares are written differently. */
final class Retyped {
    private Retyped() {}

    static String of(String field, String text, Language from, Language to) {
        try {
            if (Form.SUMS.contains(field)) {
                return to.typed(Money.eur(from.readAmount(text)));
            }
            if (Form.SHARES.contains(field)) {
                return to.percentTyped(from.readPercent(text));
            }
        } catch (Language.Unclear e) {
            // Stays as it was typed, and is said to be unreadable when it is sent.
        }
        return text;
    }
}
