package org.fundtrail.gateway.form;

import org.fundtrail.common.Problem;
import org.fundtrail.gateway.language.Words;

/** What a service found wrong with a form, each finding where the form asks for it. */
final class ProblemAtFields {
    private ProblemAtFields() {}

    static Form tell(Form form, Problem said) {
        var language = form.language();
        if (said.errors() == null || said.errors().isEmpty()) {
            return form.tell(said.field(), Words.refusal(language, said));
        }
        for (var error : said.errors()) {
            var told = Words.refusal(language, error.field(), error.code(), error.params(), error.detail());
            var table = error.field() == null ? null : TypedRows.table(form, error.field());
            form.tell(
                    table != null || error.field() == null ? table : known(error.field()),
                    table == null ? told : TypedRows.message(language, error.field(), told));
        }
        return form;
    }

    /** A path of the API as the form names it: {@code amount.currency} is said at the amount, {@code sources[0].url} at that source. */
    private static String known(String path) {
        return path.endsWith(".currency") || path.endsWith(".amount") && path.length() > 7
                ? path.substring(0, path.lastIndexOf('.'))
                : path;
    }
}
