package org.fundtrail.gateway.checklist;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.checklist.ChecklistFilter;
import org.fundtrail.funding.api.checklist.ChecklistTerms;
import org.fundtrail.funding.api.checklist.ChecklistView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.programme.ProgrammeFilter;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.ChangePage;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.DecisionPage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Asked;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.programme.ProgrammeClient;
import org.fundtrail.gateway.services.Services;

/** Checklists, in versions: what is asked when claims of a programme are verified. */
@Path("/checklists")
@Produces(MediaType.TEXT_HTML)
public class ChecklistPages
        implements ListedPage<ChecklistView, ChecklistFilter>, NewPage, ChangePage, DecisionPage, WithdrawalPage {

    @CheckedTemplate(basePath = "checklist")
    static class Templates {
        static native TemplateInstance detail(
                ChecklistView checklist, List<Check> checks, History history, Form form, String done);
    }

    private static final ListPage<ChecklistView, ChecklistFilter> LIST = ListPage.<ChecklistView, ChecklistFilter>of(
                    FundingKind.CHECKLIST,
                    "type.checklist",
                    ChecklistFilter::new,
                    "-recordedAt",
                    (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("field.title", (f, text) -> f.q = text),
                    Filter.one("status", "checklist.status", ApprovalStatus.values(), (f, one) -> f.status = one))
            .with(
                    Column.record("reference", "checklists", ChecklistView::id, ChecklistView::reference),
                    Column.record(
                            "programme",
                            "programmes",
                            c -> c.programme().id(),
                            c -> c.programme().code()),
                    Column.<ChecklistView>text("number", c -> String.valueOf(c.number()))
                            .inFiles(),
                    Column.text("title", ChecklistView::title),
                    Column.text("questions", c -> String.valueOf(c.questions().size())),
                    Column.yesNo("inForce", ChecklistView::inForce),
                    Column.status("checklist", ChecklistView::status),
                    Column.<ChecklistView>text("recordedBy", c -> c.recordedBy().name())
                            .inFiles(),
                    Column.moment("recordedAt", ChecklistView::recordedAt).sorted("recordedAt"),
                    Column.<ChecklistView>text("id", c -> c.id().toString()).inFiles());
    private static final ListPage.Action RECORD = new ListPage.Action("/checklists/new", "title.record-checklist");

    private static final Fields<ChecklistTerms> FIELDS = Fields.of(
            ChecklistTerms.class,
            "checklist",
            Field.record("programme"),
            Field.text("title").wide(),
            Field.rows(
                            "questions",
                            Field.text("questions.question.en"),
                            Field.text("questions.question.lt"),
                            Field.text("questions.legalReference").optional())
                    .oneAtLeast());

    private final ChecklistClient checklists;
    private final ProgrammeClient programmes;
    private final FormFlow flow;
    private final History.Reader histories;

    ChecklistPages(
            @RestClient ChecklistClient checklists,
            @RestClient ProgrammeClient programmes,
            FormFlow flow,
            History.Reader histories) {
        this.checklists = checklists;
        this.programmes = programmes;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return FundingKind.CHECKLIST;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    // ── The list ──

    @Override
    public ListPage<ChecklistView, ChecklistFilter> list() {
        return LIST;
    }

    @Override
    public Asked<ChecklistView, ChecklistFilter> asked() {
        var view = flow.view();
        return LIST.asked(view).leadingTo(view.has("funding-officer"), RECORD);
    }

    @Override
    public Page<ChecklistView> read(Owner of, ChecklistFilter filter, String after, int limit) {
        filter.programme = of == null ? null : of.id();
        return Services.funding(() -> checklists.list(filter, after, limit));
    }

    @Override
    public Owner of() {
        return Owner.asked(flow.view(), FundingKind.PROGRAMME, id -> {
            var programme = Services.funding(() -> programmes.read(id));
            return Owner.of(FundingKind.PROGRAMME, programme.id(), programme.code());
        });
    }

    // ── The next version; and what came back is changed ──

    @Override
    public Recording<?> recording() {
        return flow.of(kind(), FIELDS)
                .by("funding-officer")
                .backTo("/checklists", "back.checklists")
                .offering(() -> Map.of("programme", programmes()))
                .beginningWith(form -> form.with("programme", flow.view().asked("programme")))
                .like(this::checklist)
                .sending((key, terms) -> checklists.record(key, terms).id());
    }

    @Override
    public Recording<?> changing(String id) {
        var checklist = Lazy.of(() -> checklist(id));
        return flow.of(kind(), FIELDS.without("programme"))
                .by("funding-officer")
                .changing(
                        id,
                        () -> checklist.get().reference(),
                        () -> checklist(id),
                        (form, terms) -> checklists.change(id, DecisionForm.version(form), form.key(), terms))
                .telling(form ->
                        Map.of("programme", checklist.get().programme().id().toString()))
                .open(() -> checklist.get().actions().contains("change"));
    }

    private ChecklistView checklist(String id) {
        return Services.funding(() -> checklists.read(id));
    }

    private List<Option> programmes() {
        return Services.funding(() -> Whole.list(after -> programmes.list(new ProgrammeFilter(), after, 200))).stream()
                .map(p -> new Option(p.id().toString(), p.code() + " " + p.name()))
                .toList();
    }

    // ── One version ──

    @Override
    public Response detail(String id, Form form, String done) {
        var checklist = checklist(id);
        var checks = checklist.actions().contains("decide") ? checks(checklist) : List.<Check>of();
        return flow.view()
                .show(
                        form,
                        Templates.detail(
                                checklist,
                                checks,
                                histories.of(kind(), checklist.id()),
                                form,
                                Done.of(flow.view().language(), kind().type(), done, checklist.status())));
    }

    /** What is in force now and would not be any more. */
    private List<Check> checks(ChecklistView checklist) {
        var language = flow.view().language();
        var inForce = inForce(checklists, checklist.programme().id().toString());
        return List.of(
                inForce == null
                        ? Check.of(true, Words.of(language, "check.first-checklist"))
                        : Check.of(
                                inForce.number() < checklist.number(),
                                Words.say(
                                        language,
                                        "check.replaces-checklist",
                                        Map.of("reference", inForce.reference()))));
    }

    @Override
    public List<Check> checks(String id) {
        return checks(checklist(id));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        checklists.decide(id, version, key, decision);
    }

    /** The one by which claims of a programme are verified now, or null. */
    public static ChecklistView inForce(ChecklistClient checklists, String programme) {
        var filter = new ChecklistFilter();
        filter.programme = programme;
        filter.inForce = "true";
        return Services.funding(() -> checklists.list(filter, null, 1)).items().stream()
                .findFirst()
                .orElse(null);
    }
}
