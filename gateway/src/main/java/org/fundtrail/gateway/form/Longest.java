package org.fundtrail.gateway.form;

import java.lang.reflect.Field;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Decision;
import org.fundtrail.common.value.Text;
import org.fundtrail.funding.api.allocation.AllocationTerms;
import org.fundtrail.funding.api.allocation.Source;
import org.fundtrail.funding.api.receipt.ReceiptRefusal;
import org.fundtrail.infrastructure.api.estimate.BaselineTerms;
import org.fundtrail.infrastructure.api.invoice.CreditNoteTerms;
import org.fundtrail.infrastructure.api.invoice.InvoiceTerms;

/** How many characters a long text may have: as its field says in what travels. */
public final class Longest {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "allocation", AllocationTerms.class,
            "source", Source.class,
            "decision", Decision.class,
            "refusal", ReceiptRefusal.class,
            "baseline", BaselineTerms.class,
            "invoice", InvoiceTerms.class,
            "credit-note", CreditNoteTerms.class);

    private Longest() {}

    /** The same, or null of what no type has that says so. */
    static Integer find(String type, String field) {
        return TYPES.containsKey(type) ? of(type, field) : null;
    }

    /**
     * The most that this field takes.
     *
     * @param type of what is sent, such as {@code allocation}
     * @param field by its path
     */
    public static int of(String type, String field) {
        try {
            Field told = null;
            Class<?> in = TYPES.get(type);
            for (var name : field.split("\\.")) {
                told = in.getDeclaredField(name);
                in = told.getType();
            }
            var rule = told.getAnnotation(Text.class);
            return rule != null ? rule.max() : told.getAnnotation(Schema.class).maxLength();
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException(type + " has no " + field, e);
        }
    }
}
