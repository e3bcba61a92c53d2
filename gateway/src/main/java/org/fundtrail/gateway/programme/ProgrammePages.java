package org.fundtrail.gateway.programme;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.programme.CostKind;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.funding.api.programme.ManagementMode;
import org.fundtrail.funding.api.programme.ProgrammeCorrection;
import org.fundtrail.funding.api.programme.ProgrammeFilter;
import org.fundtrail.funding.api.programme.ProgrammeTerms;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.frame.CorrectionPage;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.list.Asked;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.list.PlainPage;
import org.fundtrail.gateway.services.Services;

/** The programmes that allocations come from. */
@Path("/programmes")
@Produces(MediaType.TEXT_HTML)
public class ProgrammePages implements ListedPage<ProgrammeView, ProgrammeFilter>, NewPage, CorrectionPage, PlainPage {

    private static final ListPage<ProgrammeView, ProgrammeFilter> LIST = ListPage.<ProgrammeView, ProgrammeFilter>of(
                    FundingKind.PROGRAMME, "programmes", ProgrammeFilter::new, "code", (f, sort) -> f.sort = sort)
            .backTo("/allocations", "back.allocations")
            .narrowedBy(Filter.search("search.programmes", (f, text) -> f.q = text))
            .with(
                    Column.<ProgrammeView>record("code", "programmes", ProgrammeView::id, ProgrammeView::code)
                            .sorted("code"),
                    Column.text("name", ProgrammeView::name),
                    Column.label("fund", ProgrammeView::fund),
                    Column.label("managementMode", ProgrammeView::managementMode),
                    Column.days(
                            "period",
                            p -> p.period() == null ? null : p.period().from(),
                            p -> p.period().to()),
                    Column.<ProgrammeView>text("recordedBy", p -> p.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", ProgrammeView::recordedAt)
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<ProgrammeView>text("id", p -> p.id().toString()).inFiles());
    private static final ListPage.Action BACK = new ListPage.Action("/programmes", "back.programmes");
    private static final ListPage.Action RECORD = new ListPage.Action("/programmes/new", "title.record-programme");

    private static final Fields<ProgrammeTerms> FIELDS = Fields.of(
            ProgrammeTerms.class,
            "programme",
            Field.text("code"),
            Field.text("name").wide(),
            Field.one("fund", "fund", Fund.values()),
            Field.radios("managementMode", "managementMode", ManagementMode.values()),
            Field.day("period.from"),
            Field.day("period.to"),
            Field.several("costScope", "kind", CostKind.values()));

    private static final Fields<ProgrammeCorrection> CORRECTED = FIELDS.as(ProgrammeCorrection.class)
            .and(Fields.of(
                    ProgrammeCorrection.class, "programme", Field.text("reason").wide()));

    private final ProgrammeClient programmes;
    private final FormFlow flow;
    private final History.Reader histories;

    ProgrammePages(@RestClient ProgrammeClient programmes, FormFlow flow, History.Reader histories) {
        this.programmes = programmes;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return FundingKind.PROGRAMME;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public History.Reader histories() {
        return histories;
    }

    @Override
    public ListPage<ProgrammeView, ProgrammeFilter> list() {
        return LIST;
    }

    @Override
    public Asked<ProgrammeView, ProgrammeFilter> asked() {
        var view = flow.view();
        return LIST.asked(view).leadingTo(view.has("funding-officer"), RECORD);
    }

    @Override
    public Page<ProgrammeView> read(Owner of, ProgrammeFilter filter, String after, int limit) {
        return Services.funding(() -> programmes.list(filter, after, limit));
    }

    @Override
    public Recording<?> recording() {
        return flow.of(FundingKind.PROGRAMME, FIELDS)
                .by("funding-officer")
                .backTo(BACK.href(), BACK.word())
                .like(one -> Services.funding(() -> programmes.read(one)), "code")
                .sending((key, terms) -> programmes.record(key, terms).id());
    }

    @Override
    public Recording<?> correcting(String id) {
        var programme = Lazy.of(() -> programme(id));
        return flow.of(kind(), CORRECTED)
                .by("funding-officer")
                .correcting(id, () -> programme.get().code(), () -> programme(id))
                .only(() -> Stream.concat(programme.get().corrections().stream(), Stream.of("reason"))
                        .toList())
                .open(() -> !programme.get().corrections().isEmpty());
    }

    private ProgrammeView programme(String id) {
        return Services.funding(() -> programmes.read(id));
    }

    @Override
    public Plain plain(String id) {
        var programme = programme(id);
        return new Plain(
                kind(),
                programme.id(),
                programme.code(),
                programme.name(),
                FIELDS.facts(flow.view().language(), programme, Set.of("code", "name")),
                BACK,
                !programme.corrections().isEmpty(),
                links(programme.id()));
    }

    /** To what belongs to it; for whoever records allocations and programmes, to their forms. */
    private List<ListPage.Action> links(UUID id) {
        var listed = new ListPage.Action("/allocations?programme=" + id, "allocations_of_programme");
        var checklists = new ListPage.Action("/checklists?programme=" + id, "checklists_of_programme");
        return flow.view().has("funding-officer")
                ? List.of(
                        listed,
                        checklists,
                        new ListPage.Action("/allocations/new?programme=" + id, "title.record-allocation"),
                        new ListPage.Action("/checklists/new?programme=" + id, "title.record-checklist"),
                        new ListPage.Action("/programmes/new?like=" + id, "record_alike"))
                : List.of(listed, checklists);
    }
}
