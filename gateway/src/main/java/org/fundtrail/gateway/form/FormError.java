package org.fundtrail.gateway.form;

/**
 * Something to put right.
 *
 * @param field the name of the field, or null if it concerns the whole form
 * @param target the id of the control to go to
 * @param of what is said before it where the field is not seen: the row of a table, or the field of a sum or a share, since a form may
 *     ask for several; or null
 */
public record FormError(String field, String target, String message, String of) {
    /** Said where the field is not seen. */
    public String summary() {
        return of == null || message.startsWith(of + ": ") ? message : of + ": " + message;
    }
}
