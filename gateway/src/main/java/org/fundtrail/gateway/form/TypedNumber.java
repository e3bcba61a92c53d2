package org.fundtrail.gateway.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** Numbers as they are typed, in the language of the form; what cannot be read is noted there and is null. */
public final class TypedNumber {
    private TypedNumber() {}

    /** Per cent as a share between 0 and 1. */
    static BigDecimal share(Form form, String field) {
        var share = read(form, field, form.language()::readPercent);
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            refuse(field, "rate-out-of-range", form);
            return null;
        }
        return share;
    }

    /** Above zero, with at most six decimals, as the API writes it. */
    public static String quantity(Form form, String field) {
        var quantity = read(form, field, form.language()::readQuantity);
        if (quantity != null && quantity.signum() <= 0) {
            refuse(field, "problem.quantity-malformed", form);
            return null;
        }
        return quantity == null ? null : quantity.toPlainString();
    }

    /** Per cent from 0 to 100 with at most two decimals, as the API writes it. */
    static String perCent(Form form, String field) {
        var rate = read(form, field, text -> form.language().readRate(text));
        return rate == null ? null : rate.toPlainString();
    }

    /** Says what is wrong with a sum or a share, of which a form may ask for several: of which it is said, where the sentence does not. */
    static void refuse(String field, String key, Form form) {
        tell(form, field, Words.say(form.language(), key, Map.of(), form.called()::of));
    }

    static void tell(Form form, String field, String sentence) {
        var row = form.called().row(field);
        form.tell(field, sentence, row == null ? form.called().unsaid(field, sentence) : row);
    }

    static BigDecimal read(Form form, String field, Function<String, BigDecimal> reading) {
        if (!form.has(field)) {
            form.refuse(field, "need." + field);
            return null;
        }
        try {
            return reading.apply(form.value(field));
        } catch (Language.Unclear unclear) {
            refuse(field, unclear.code(), form);
            return null;
        }
    }
}
