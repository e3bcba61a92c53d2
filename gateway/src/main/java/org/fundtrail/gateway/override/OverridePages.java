package org.fundtrail.gateway.override;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.JointList;
import org.fundtrail.gateway.frame.Names;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Asked;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.project.ProjectPages;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** What was recorded in spite of a rule, for whoever audits it and everybody who may read the records; the latest first. */
@Path("/overrides")
@Produces(MediaType.TEXT_HTML)
public class OverridePages implements ListedPage<RecordedOverride, OverrideFilter> {
    private static final ListPage<RecordedOverride, OverrideFilter> LIST =
            ListPage.<RecordedOverride, OverrideFilter>of(
                            JointList.OVERRIDE, "overrides", OverrideFilter::new, null, (f, sort) -> {})
                    .saying("overrides_text")
                    .backTo("/audit", "back.audit")
                    .narrowedBy(
                            Filter.search("search.overrides", (f, text) -> f.q = text),
                            Filter.record("subjectType", (f, one) -> f.type = one),
                            Filter.record("status", (f, one) -> f.status = one))
                    .with(
                            Column.at("reference", RecordedOverride::href, RecordedOverride::reference),
                            Column.<RecordedOverride>words(
                                    "subjectType", (one, language) -> Words.label(language, "type.one", one.type())),
                            Column.at(
                                    "owner",
                                    RecordedOverride::hrefOf,
                                    one -> one.of().reference()),
                            Column.<RecordedOverride>text("project", RecordedOverride::project),
                            Column.<RecordedOverride>words(
                                    "rule", (one, language) -> Words.label(language, "overridden", one.rule())),
                            Column.<RecordedOverride>words(
                                            "law",
                                            (one, language) ->
                                                    one.law() == null ? null : Words.law(language, one.law()))
                                    .inFiles(),
                            Column.<RecordedOverride>clamped("reason", (one, language) -> one.reason()),
                            Column.money("amount", RecordedOverride::amount),
                            Column.<RecordedOverride>text(
                                            "currency", one -> one.amount().currency())
                                    .inFiles(),
                            Column.<RecordedOverride>stateOf(RecordedOverride::type, RecordedOverride::state),
                            Column.<RecordedOverride>words(
                                    "recordedBy", (one, language) -> Names.person(language, one.recordedBy())),
                            Column.moment("recordedAt", RecordedOverride::recordedAt),
                            Column.<RecordedOverride>words(
                                    "decidedBy", (one, language) -> Names.person(language, one.decidedBy())),
                            Column.<RecordedOverride>text("id", one -> one.id().toString())
                                    .inFiles());

    private final Overrides overrides;
    private final ProjectClient projects;
    private final FormFlow flow;

    OverridePages(Overrides overrides, @RestClient ProjectClient projects, FormFlow flow) {
        this.overrides = overrides;
        this.projects = projects;
        this.flow = flow;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public ListPage<RecordedOverride, OverrideFilter> list() {
        return LIST;
    }

    @Override
    public Asked<RecordedOverride, OverrideFilter> asked() {
        var language = flow.view().language();
        return LIST.asked(flow.view())
                .offering(
                        "subjectType",
                        Option.of(
                                language, "type.one", FundingKind.COMMITMENT.type(), InfrastructureKind.INVOICE.type()))
                .offering(
                        "status",
                        Option.of(language, "status", OverrideFilter.states().toArray(String[]::new)));
    }

    @Override
    public Owner of() {
        return Owner.asked(
                flow.view(),
                InfrastructureKind.PROJECT,
                id -> ProjectPages.owner(Services.infrastructure(() -> projects.read(id))));
    }

    @Override
    public Page<RecordedOverride> read(Owner of, OverrideFilter filter, String after, int limit) {
        filter.project = of == null ? null : of.id();
        return overrides.page(filter, after, limit);
    }
}
