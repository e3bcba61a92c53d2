package org.fundtrail.gateway.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.services.Refused;

/** The way of every form of one page: ask, check the answers, record, read what was recorded. */
@RequestScoped
public class FormFlow {

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance check(ShortForm s, List<Answer> answers);
    }

    private final View view;

    FormFlow(View view) {
        this.view = view;
    }

    /**
     * @param to where the form was sent: form, check or record
     * @param read reads the answers; what is wrong is noted in the form
     * @param ask shows the form again
     * @param record records and says where that can be read
     */
    public <R> Response go(
            String to,
            ShortForm s,
            Supplier<R> read,
            Supplier<Response> ask,
            Function<R, List<Answer>> answers,
            Function<R, String> record) {
        return go(to, s, read, ask, answers, record, null);
    }

    /** @param recorded the form as the record would fill it now, for one that changes a record */
    public <R> Response go(
            String to,
            ShortForm s,
            Supplier<R> read,
            Supplier<Response> ask,
            Function<R, List<Answer>> answers,
            Function<R, String> record,
            Supplier<Form> recorded) {
        if (to.equals("form")) {
            return ask.get();
        }
        var request = read.get();
        if (s.form().isRefused()) {
            return ask.get();
        }
        if (!to.equals("record")) {
            return view.show(Templates.check(s, answers.apply(request)));
        }
        try {
            return View.to(record.apply(request));
        } catch (Refused refused) {
            s.form().refuse(refused.problem());
            if (refused.isStale() && recorded != null) {
                s.form().catchUp(recorded.get());
            }
            return ask.get();
        }
    }
}
