package org.fundtrail.infrastructure.invoice;

import java.util.List;
import org.fundtrail.infrastructure.api.invoice.AlikeView;

/**
 * Other invoices and credit notes of the same supplier that could be the same.
 *
 * @param duplicates of the same number, as far as they count
 * @param similar of the same gross amount, issued within thirty days
 */
record Alike(List<AlikeView> duplicates, List<AlikeView> similar) {
    static final Alike NONE = new Alike(List.of(), List.of());
}
