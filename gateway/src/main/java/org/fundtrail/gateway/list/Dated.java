package org.fundtrail.gateway.list;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.services.Refused;

/** A list that may be asked for a day: what counted by then is what a figure of the position is made of. */
public final class Dated {
    /** The page of such a list; {@code asOf} is null for no day. */
    public interface Template<T> {
        TemplateInstance of(Page<T> page, Form form, String asOf);
    }

    private Dated() {}

    /**
     * Shows the list, or what was refused about the day and nothing in it.
     *
     * @param asOf as it stands in the address
     * @param read reads the list of a day
     * @param readFrom says to the view how many entries of a service it was read from
     */
    public static <T> Response show(
            View view,
            String asOf,
            Function<String, Page<T>> read,
            BiConsumer<View, Long> readFrom,
            Template<T> template) {
        var form = Form.empty(view.language()).with("asOf", asOf);
        var day = form.optionalText("asOf");
        try {
            var page = read.apply(day);
            readFrom.accept(view, page.recorded());
            return view.show(template.of(page, form, day));
        } catch (Refused refused) {
            return view.show(form.refuse(refused.problem()), template.of(new Page<>(List.of(), null), form, null));
        }
    }
}
