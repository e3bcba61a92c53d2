package org.fundtrail.gateway.form;

import org.fundtrail.common.Problem;
import org.fundtrail.gateway.language.Words;

/** What a service found wrong with a form, each finding where the form asks for it. */
public final class ProblemAtFields {
    private ProblemAtFields() {}

    static Form tell(Form form, Problem said) {
        var language = form.language();
        if (said.errors() == null || said.errors().isEmpty()) {
            var told = Words.refusal(language, said);
            return isPlaced(form, said.field(), told) ? form : form.tell(said.field(), told);
        }
        said.errors().forEach(error -> tell(form, error));
        return form;
    }

    /** What it finds besides, of a form in which something cannot be read: nothing more is said of that, of which it was told nothing. */
    public static Form tellBesides(Form form, Problem said) {
        if (said.status() < 500 && said.errors() != null) {
            said.errors().stream()
                    .filter(error -> error.field() != null && !isWrong(form, known(error.field())))
                    .forEach(error -> tell(form, error));
        }
        return form;
    }

    /** Whether a field is wrong already, or what it lies in, or something in it. */
    private static boolean isWrong(Form form, String field) {
        return form.errors().stream()
                .map(FormError::field)
                .anyMatch(wrong -> wrong != null && (Form.isWithin(field, wrong) || Form.isWithin(wrong, field)));
    }

    private static void tell(Form form, Problem.Error error) {
        var language = form.language();
        var path = error.field();
        var told = Words.refusal(language, path, error.code(), error.params(), error.detail(), form.called()::of);
        if (isPlaced(form, path, told)) {
            return;
        }
        var table = path == null ? null : TypedRows.table(form, path);
        if (table != null) {
            form.tell(table, TypedRows.message(language, path, told));
        } else if (path != null && isOfNumber(error.code())) {
            TypedNumber.tell(form, known(path), told);
        } else {
            form.tell(path == null ? null : known(path), told);
        }
    }

    private static boolean isOfNumber(String code) {
        return code.startsWith("amount-") || code.startsWith("rate-");
    }

    private static boolean isPlaced(Form form, String path, String told) {
        var place = path == null ? null : form.placing.of(path);
        if (place != null) {
            form.tell(place.field(), place.called() + ": " + told);
        }
        return place != null;
    }

    /** A path of the API as the form names it: {@code amount.currency} is said at the amount, {@code sources[0].url} at that source. */
    private static String known(String path) {
        return path.endsWith(".currency") || path.endsWith(".amount") && path.length() > 7
                ? path.substring(0, path.lastIndexOf('.'))
                : path;
    }
}
