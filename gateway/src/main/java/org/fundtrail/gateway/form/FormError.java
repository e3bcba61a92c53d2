package org.fundtrail.gateway.form;

/**
 * Something to put right.
 *
 * @param field the name of the field, or null if it concerns the whole form
 * @param target the id of the control to go to
 * @param row of which row of a table, or null
 */
public record FormError(String field, String target, String message, String row) {
    /** Said where the field is not seen. */
    public String summary() {
        return row == null || message.startsWith(row + ": ") ? message : row + ": " + message;
    }
}
