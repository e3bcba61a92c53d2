package org.fundtrail.gateway.override;

/** Which of what was recorded in spite of a rule, as the address of its list asks. */
class OverrideFilter {
    /** One kind of record alone, or null. */
    String type;

    /** Text in its reference or number, or null. */
    String q;

    boolean isOf(String one) {
        return type == null || type.equals(one);
    }
}
