package org.fundtrail.gateway.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.CorrectionPage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.Names;
import org.fundtrail.gateway.frame.NewPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.list.Asked;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.position.FinancingPosition;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.estimate.EstimateView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.works.WorksProgrammeCorrection;
import org.fundtrail.infrastructure.api.works.WorksProgrammeFilter;
import org.fundtrail.infrastructure.api.works.WorksProgrammeTerms;
import org.fundtrail.infrastructure.api.works.WorksProgrammeView;

/** Works programmes: projects under a joint estimate, which is never added to its parts. */
@Path("/works-programmes")
@Produces(MediaType.TEXT_HTML)
public class WorksProgrammePages
        implements ListedPage<WorksProgrammeView, WorksProgrammeFilter>, NewPage, CorrectionPage, EstimatedPage {

    @CheckedTemplate(basePath = "works-programme")
    static class Templates {
        static native TemplateInstance detail(
                WorksProgrammeView programme,
                List<EstimateView> estimates,
                Parts parts,
                History history,
                Form form,
                String done);
    }

    /** Its projects and what of the joint estimate is in them, as the position has them: of one moment, and a kept sum. */
    public record Parts(FinancingPosition.WorksProgramme standing, List<FinancingPosition.Project> projects) {
        static Parts of(UUID id, FinancingPosition position) {
            return new Parts(
                    position.worksProgrammes().stream()
                            .filter(works -> works.id().equals(id))
                            .findFirst()
                            .orElse(null),
                    position.projects().stream()
                            .filter(project -> id.equals(project.worksProgramme()))
                            .toList());
        }
    }

    private static final ListPage<WorksProgrammeView, WorksProgrammeFilter> LIST =
            ListPage.<WorksProgrammeView, WorksProgrammeFilter>of(
                            InfrastructureKind.WORKS_PROGRAMME,
                            "type.works-programme",
                            WorksProgrammeFilter::new,
                            "reference",
                            (f, sort) -> f.sort = sort)
                    .narrowedBy(Filter.search("search.works_programmes", (f, text) -> f.q = text))
                    .with(
                            Column.<WorksProgrammeView>record(
                                            "reference",
                                            "works-programmes",
                                            WorksProgrammeView::id,
                                            WorksProgrammeView::reference)
                                    .sorted("reference"),
                            Column.clamped("title", (w, language) -> Names.title(language, w.title())),
                            Column.atLeast(
                                    "baseline",
                                    w -> w.baseline() == null
                                            ? null
                                            : w.baseline().gross(),
                                    w -> w.baseline().lowerBound()),
                            Column.<WorksProgrammeView>text(
                                            "recordedBy", w -> w.recordedBy().name())
                                    .inFiles(),
                            Column.moment("recordedAt", WorksProgrammeView::recordedAt)
                                    .sorted("recordedAt"),
                            Column.<WorksProgrammeView>text("id", w -> w.id().toString())
                                    .inFiles());

    private static final Fields<WorksProgrammeTerms> FIELDS = Fields.of(
            WorksProgrammeTerms.class,
            "works-programme",
            Field.text("reference"),
            Field.text("title.en").wide(),
            Field.text("title.lt").wide());

    private static final Fields<WorksProgrammeCorrection> CORRECTED = Fields.of(
            WorksProgrammeCorrection.class,
            "works-programme",
            Field.text("title.en").wide(),
            Field.text("title.lt").wide(),
            Field.text("reason").wide());

    private final WorksProgrammeClient worksProgrammes;
    private final FinancingPositions positions;
    private final EstimatePages estimates;
    private final FormFlow flow;
    private final History.Reader histories;

    WorksProgrammePages(
            @RestClient WorksProgrammeClient worksProgrammes,
            FinancingPositions positions,
            EstimatePages estimates,
            FormFlow flow,
            History.Reader histories) {
        this.worksProgrammes = worksProgrammes;
        this.positions = positions;
        this.estimates = estimates;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.WORKS_PROGRAMME;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public ListPage<WorksProgrammeView, WorksProgrammeFilter> list() {
        return LIST;
    }

    @Override
    public Asked<WorksProgrammeView, WorksProgrammeFilter> asked() {
        var view = flow.view();
        return LIST.asked(view)
                .leadingTo(
                        view.has("project-officer"),
                        new ListPage.Action("/works-programmes/new", "title.record-works-programme"));
    }

    @Override
    public Page<WorksProgrammeView> read(Owner of, WorksProgrammeFilter filter, String after, int limit) {
        return Services.infrastructure(() -> worksProgrammes.list(filter, after, limit));
    }

    @Override
    public EstimatePages estimates() {
        return estimates;
    }

    @Override
    public Owner estimated(String id) {
        var programme = works(id);
        return Owner.of(kind(), programme.id(), programme.reference());
    }

    private WorksProgrammeView works(String id) {
        return Services.infrastructure(() -> worksProgrammes.read(id));
    }

    @Override
    public Recording<?> recording() {
        return flow.of(kind(), FIELDS)
                .by("project-officer")
                .backTo("/projects", "back.projects")
                .sending((key, terms) -> worksProgrammes.record(key, terms).id());
    }

    @Override
    public Recording<?> correcting(String id) {
        var works = Lazy.of(() -> works(id));
        return flow.of(kind(), CORRECTED)
                .by("project-officer")
                .correcting(id, () -> works.get().reference(), () -> works(id))
                .open(() -> works.get().actions().contains("correct"));
    }

    @Override
    public Response detail(String id, Form form, String done) {
        var language = flow.view().language();
        var programme = works(id);
        return flow.view()
                .show(
                        form,
                        Templates.detail(
                                programme,
                                estimates.ladder(kind().room(), programme.id().toString()),
                                parts(programme.id()),
                                histories.of(kind(), programme.id()),
                                form,
                                Done.of(language, kind().type(), done, null)));
    }

    /** Null where a service does not answer: the page then says so and shows the rest. */
    private Parts parts(UUID id) {
        try {
            var position = positions.read(Moment.NOW).await().indefinitely();
            flow.view()
                    .readFrom(position.recorded().funding(), position.recorded().infrastructure());
            return Parts.of(id, position);
        } catch (Refusal unavailable) {
            return null;
        }
    }
}
