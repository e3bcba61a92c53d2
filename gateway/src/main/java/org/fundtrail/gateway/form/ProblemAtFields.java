package org.fundtrail.gateway.form;

import org.fundtrail.common.Problem;
import org.fundtrail.gateway.language.Words;

/** What a service found wrong with a form, each finding where the form asks for it. */
final class ProblemAtFields {
    private ProblemAtFields() {}

    static Form tell(Form form, Problem said) {
        var language = form.language();
        if (said.errors() == null || said.errors().isEmpty()) {
            var told = Words.refusal(language, said);
            return isPlaced(form, said.field(), told) ? form : form.tell(said.field(), told);
        }
        for (var error : said.errors()) {
            var path = error.field();
            var told = Words.refusal(language, path, error.code(), error.params(), error.detail());
            if (isPlaced(form, path, told)) {
                continue;
            }
            var table = path == null ? null : TypedRows.table(form, path);
            form.tell(
                    table != null || path == null ? table : known(path),
                    table == null ? told : TypedRows.message(language, path, told));
        }
        return form;
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
