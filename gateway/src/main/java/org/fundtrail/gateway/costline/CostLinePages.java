package org.fundtrail.gateway.costline;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.RecordPage;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.project.CostLineClient;
import org.fundtrail.gateway.project.ProjectPages;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.costline.CostCategory;
import org.fundtrail.infrastructure.api.costline.CostLineTerms;
import org.fundtrail.infrastructure.api.costline.CostLineView;
import org.fundtrail.infrastructure.api.forecast.ForecastTerms;
import org.fundtrail.infrastructure.api.forecast.ForecastView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** The lines of a project's budget, each with what somebody expects that is still to be contracted on it. */
@Path("/cost-lines")
@Produces(MediaType.TEXT_HTML)
public class CostLinePages implements NewOnPage, RecordPage {
    @CheckedTemplate(basePath = "cost-line")
    static class Templates {
        static native TemplateInstance detail(
                CostLineView line, List<ForecastView> forecasts, History history, Form form, String done);
    }

    private static final Fields<CostLineTerms> FIELDS = Fields.of(
            CostLineTerms.class,
            "cost-line",
            Field.text("name").wide(),
            Field.one("category", "category", CostCategory.values()),
            Field.money("eligible").orZero(),
            Field.money("notEligible").orZero(),
            Field.share("euShare"),
            Field.day("from").optional());

    private static final Fields<ForecastTerms> FORECAST = Fields.of(
            ForecastTerms.class,
            "forecast",
            Field.money("toContract").orZero(),
            Field.text("method").wide(),
            Field.area("reason"),
            Field.day("on").optional());

    private final CostLineClient costLines;
    private final LinesOfProject lines;
    private final FormFlow flow;
    private final History.Reader histories;

    CostLinePages(@RestClient CostLineClient costLines, LinesOfProject lines, FormFlow flow, History.Reader histories) {
        this.costLines = costLines;
        this.lines = lines;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.COST_LINE;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.PROJECT;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var project = Lazy.of(() -> lines.project(id));
        return flow.of(kind(), FIELDS)
                .by("project-officer")
                .on(ownerKind(), id, () -> ProjectPages.owner(project.get()))
                .open(() -> project.get().actions().contains("record-cost-line"))
                .showing(this::budget)
                .sending((key, terms) -> costLines.record(id, key, terms).id());
    }

    private List<Answer> budget(CostLineTerms terms) {
        var language = flow.view().language();
        return List.of(Answer.of(
                language, "originalBudget", language.money(terms.eligible().plus(terms.notEligible()))));
    }

    private CostLineView line(String id) {
        return Services.infrastructure(() -> costLines.read(id));
    }

    @Override
    public Response detail(String id, Form form, String done) {
        var line = line(id);
        var forecasts = Services.infrastructure(() -> Whole.list(after -> costLines.forecasts(id, after, 200)));
        Collections.reverse(forecasts); // the one that holds stands first
        return flow.view()
                .show(
                        form,
                        Templates.detail(
                                line,
                                forecasts,
                                histories.of(kind(), line.id()),
                                form,
                                Done.of(flow.view().language(), kind().type(), done, null)));
    }

    // ── What is still to be contracted ──

    private Recording<ForecastTerms> forecasting(String id) {
        var line = Lazy.of(() -> line(id));
        return flow.of(InfrastructureKind.FORECAST, FORECAST)
                .by("project-officer")
                .on(
                        kind(),
                        id,
                        () -> Owner.of(kind(), line.get().id(), line.get().name()),
                        "/cost-lines/" + id + "/forecasts/new")
                .open(() -> line.get().actions().contains("record-forecast"))
                .sendingToOwner((key, terms) -> costLines.forecast(id, key, terms));
    }

    @GET
    @Path("/{id}/forecasts/new")
    public Response askForecast(@PathParam("id") String id) {
        return forecasting(id).ask();
    }

    @POST
    @Path("/{id}/forecasts/new/{to}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response recordForecast(
            @PathParam("id") String id, @PathParam("to") String to, MultivaluedMap<String, String> sent) {
        return forecasting(id).go(to, sent);
    }

    @GET
    @Path("/{id}/forecasts/new/{to}")
    public Response resumeForecast(@PathParam("id") String id, @PathParam("to") String to) {
        return forecasting(id).resume(to);
    }
}
