package org.fundtrail.gateway.form;

import org.fundtrail.common.Money;

/** An amount as it was typed, in EUR; what cannot be read, or is not allowed there, is noted in the form. */
enum TypedMoney {
    /** Above zero. */
    POSITIVE("problem.amount-not-positive"),
    /** Zero too. */
    NOT_NEGATIVE("problem.amount-negative"),
    /** Above zero or below it. */
    NOT_ZERO("problem.amount-zero"),
    /** Above zero, below it, or zero. */
    ANY(null);

    private final String otherwise;

    TypedMoney(String otherwise) {
        this.otherwise = otherwise;
    }

    Money read(Form form, String field) {
        var amount = TypedNumber.read(form, field, form.language()::readAmount);
        if (amount != null && !allows(amount.signum())) {
            TypedNumber.refuse(field, otherwise, form);
            return null;
        }
        return amount == null ? null : Money.eur(amount);
    }

    private boolean allows(int sign) {
        return sign > 0 || this == ANY || sign == 0 && this == NOT_NEGATIVE || sign < 0 && this == NOT_ZERO;
    }
}
