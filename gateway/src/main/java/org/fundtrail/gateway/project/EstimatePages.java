package org.fundtrail.gateway.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.estimate.Basis;
import org.fundtrail.infrastructure.api.estimate.EstimateSource;
import org.fundtrail.infrastructure.api.estimate.EstimateTerms;
import org.fundtrail.infrastructure.api.estimate.EstimateView;

/** The ladder of estimates, which projects and works programmes have alike; nothing on it is overwritten. */
@RequestScoped
public class EstimatePages {

    @CheckedTemplate(basePath = "estimate")
    static class Templates {
        static native TemplateInstance form(ShortForm s, List<Option> bases, List<Option> classes);
    }

    private final EstimateClient estimates;
    private final FormFlow flow;
    private final View view;

    EstimatePages(@RestClient EstimateClient estimates, FormFlow flow, View view) {
        this.estimates = estimates;
        this.flow = flow;
        this.view = view;
    }

    /** From the first estimate to the last. */
    List<EstimateView> ladder(String owner, String id) {
        return Services.infrastructure(() -> Whole.list(after -> estimates.ladder(owner, id, after, 200))).stream()
                .sorted(Comparator.comparing(EstimateView::date).thenComparing(EstimateView::recordedAt))
                .toList();
    }

    Response ask(ShortForm s) {
        return view.show(
                s.form(),
                Templates.form(
                        s,
                        Option.of(view.language(), "basis", Basis.values()),
                        Option.of(view.language(), "accuracyClass", "5", "4", "3", "2", "1")));
    }

    Response go(String to, ShortForm s, String owner, String id) {
        var form = s.form();
        return flow.go(
                to,
                s,
                () -> new EstimateTerms(
                        form.text("name"),
                        form.money("amount"),
                        form.choice("basis", Basis.class),
                        form.chosen("lowerBound", "true"),
                        accuracyClass(form),
                        null,
                        form.date("date"),
                        new EstimateSource(form.text("source.title"), form.optionalText("source.url"))),
                () -> ask(s),
                this::answers,
                request -> {
                    Services.send(Services.INFRASTRUCTURE, () -> estimates.record(owner, id, form.key(), request));
                    return s.back() + "?done=estimate";
                });
    }

    private static Integer accuracyClass(Form form) {
        return form.value("accuracyClass").matches("[1-5]") ? Integer.valueOf(form.value("accuracyClass")) : null;
    }

    private List<Answer> answers(EstimateTerms request) {
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
