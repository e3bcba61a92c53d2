package org.fundtrail.gateway.list;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Language;

/**
 * A view that was not saved, as its list says once: what it was to be called, with whom it was to be shared, and why not. It travels in what
 * was just done with the page ({@link View#done}).
 */
record NotSaved(String name, String role, String why) {
    private static final String SAID = "not-saved/";
    /** What fits into a cookie, however it is encoded. */
    private static final int LONGEST = 250;

    /** As it is said to the page. */
    String said() {
        return SAID
                + Stream.of(name, role, why)
                        .map(text -> Links.encoded(text == null ? "" : shortened(text)))
                        .collect(Collectors.joining("/"));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The form by which the list saves a view: as it was sent, with what is wrong, where it was just refused; else empty. */
    static Form form(String done, Language language) {
        var form = Form.empty(language);
        if (done == null || !done.startsWith(SAID)) {
            return form;
        }
        var said = List.of(done.substring(SAID.length()).split("/", -1));
        return said.size() == 3
                ? form.with("view-name", decoded(said.get(0)))
                        .with("view-role", decoded(said.get(1)))
                        .tell("view-name", decoded(said.get(2)))
                : form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            return "";
        }
    }
}
