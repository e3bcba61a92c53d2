package org.fundtrail.gateway.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.gateway.page.Form;
import org.fundtrail.gateway.page.FormFlow;
import org.fundtrail.gateway.page.InfrastructureClient;
import org.fundtrail.gateway.page.InfrastructureClient.Citation;
import org.fundtrail.gateway.page.InfrastructureClient.Estimate;
import org.fundtrail.gateway.page.InfrastructureClient.EstimateRequest;
import org.fundtrail.gateway.page.Option;
import org.fundtrail.gateway.page.Services;
import org.fundtrail.gateway.page.ShortForm;
import org.fundtrail.gateway.page.ShortForm.Answer;
import org.fundtrail.gateway.page.View;
import org.fundtrail.gateway.page.Whole;
import org.fundtrail.gateway.page.Words;

/** The ladder of estimates, which projects and works programmes have alike; nothing on it is overwritten. */
@RequestScoped
public class EstimatePages {

    @CheckedTemplate(basePath = "estimate")
    static class Templates {
        static native TemplateInstance form(ShortForm s, List<Option> bases, List<Option> classes);
    }

    private final InfrastructureClient infrastructure;
    private final FormFlow flow;
    private final View view;

    EstimatePages(@RestClient InfrastructureClient infrastructure, FormFlow flow, View view) {
        this.infrastructure = infrastructure;
        this.flow = flow;
        this.view = view;
    }

    /** From the first estimate to the last. */
    List<Estimate> ladder(String owner, String id) {
        return Services.infrastructure(() -> Whole.list(after -> infrastructure.estimates(owner, id, after, 200)))
                .stream()
                .sorted(Comparator.comparing(Estimate::date).thenComparing(Estimate::recordedAt))
                .toList();
    }

    Response ask(ShortForm s) {
        return view.show(
                s.form(),
                Templates.form(
                        s,
                        Option.of(view.language(), "basis", "NET", "GROSS", "UNKNOWN"),
                        Option.of(view.language(), "accuracyClass", "5", "4", "3", "2", "1")));
    }

    Response go(String to, ShortForm s, String owner, String id) {
        var form = s.form();
        return flow.go(
                to,
                s,
                () -> new EstimateRequest(
                        form.text("name"),
                        form.money("amount"),
                        form.choice("basis"),
                        form.chosen("lowerBound", "true"),
                        accuracyClass(form),
                        form.date("date"),
                        new Citation(form.text("source.title"), form.optionalText("source.url"))),
                () -> ask(s),
                this::answers,
                request -> {
                    Services.send(
                            Services.INFRASTRUCTURE,
                            () -> infrastructure.recordEstimate(owner, id, form.key(), request));
                    return s.back() + "?done=estimate";
                });
    }

    private static Integer accuracyClass(Form form) {
        return form.value("accuracyClass").matches("[1-5]") ? Integer.valueOf(form.value("accuracyClass")) : null;
    }

    private List<Answer> answers(EstimateRequest request) {
        var language = view.language();
        return List.of(
                Answer.of(language, "name", request.name()),
                Answer.of(language, "amount", language.money(request.amount())),
                Answer.of(language, "basis", Words.label(language, "basis", request.basis())),
                Answer.of(language, "lowerBound", Words.of(language, request.lowerBound() ? "yes" : "no")),
                Answer.of(
                        language,
                        "accuracyClass",
                        Words.label(
                                language,
                                "accuracyClass",
                                request.accuracyClass() == null
                                        ? null
                                        : request.accuracyClass().toString())),
                Answer.of(language, "date", language.date(request.date())),
                Answer.of(language, "source.title", request.source().title()),
                Answer.of(language, "source.url", request.source().url()));
    }
}
