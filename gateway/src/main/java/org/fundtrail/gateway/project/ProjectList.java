package org.fundtrail.gateway.project;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.frame.Names;
import org.fundtrail.gateway.list.Column;
import org.fundtrail.gateway.list.Filter;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.position.FinancingPosition;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.project.ProjectFilter;
import org.fundtrail.infrastructure.api.project.ProjectKind;
import org.fundtrail.infrastructure.api.project.ProjectView;

/** The list of projects: by what it is narrowed, and what stands in it; what is committed and not covered is that of the position. */
final class ProjectList {

    /**
     * A project and where it stands.
     *
     * @param standing null where no position could be read
     */
    record Row(ProjectView project, FinancingPosition.Project standing) {
        private Money committed() {
            return standing == null ? null : standing.committed();
        }

        private Money gap() {
            return standing == null || standing.baseline() == null ? null : standing.gap();
        }
    }

    static final ListPage<Row, ProjectFilter> LIST = ListPage.<Row, ProjectFilter>of(
                    InfrastructureKind.PROJECT,
                    "type.project",
                    ProjectFilter::new,
                    "reference",
                    (f, sort) -> f.sort = sort)
            .narrowedBy(
                    Filter.search("search.projects", (f, text) -> f.q = text),
                    Filter.one("kind", "kind", ProjectKind.values(), (f, one) -> f.kind = one),
                    Filter.record("worksProgramme", (f, id) -> f.worksProgramme = id))
            .with(
                    Column.<Row>record("reference", "projects", r -> r.project.id(), r -> r.project.reference())
                            .sorted("reference"),
                    Column.clamped("title", (r, language) -> Names.title(language, r.project.title())),
                    Column.<Row>label("kind", r -> r.project.kind()).inFiles(),
                    Column.<Row>text("beneficiary", r -> r.project.beneficiary())
                            .inFiles(),
                    Column.<Row>day("period.from", r -> r.project.period().from())
                            .inFiles(),
                    Column.<Row>day("period.to", r -> r.project.period().to()).inFiles(),
                    Column.<Row>text("place", r -> r.project.place()).inFiles(),
                    Column.<Row>text(
                                    "worksProgramme",
                                    r -> r.project.worksProgramme() == null
                                            ? null
                                            : r.project.worksProgramme().reference())
                            .inFiles(),
                    Column.atLeast(
                            "baseline",
                            r -> r.project.baseline() == null
                                    ? null
                                    : r.project.baseline().gross(),
                            r -> r.project.baseline().lowerBound()),
                    Column.money("contracted", r -> r.project.contracted()),
                    Column.<Row>money("overrun", r -> r.project.overrun()).inFiles(),
                    Column.money("committed", Row::committed),
                    Column.money("gap", Row::gap),
                    Column.<Row>text("currency", r -> r.project.contracted().currency())
                            .inFiles(),
                    Column.<Row>text("recordedBy", r -> r.project.recordedBy().name())
                            .inFiles(),
                    Column.<Row>moment("recordedAt", r -> r.project.recordedAt())
                            .sorted("recordedAt")
                            .inFiles(),
                    Column.<Row>text("id", r -> r.project.id().toString()).inFiles());

    private ProjectList() {}

    /** Where all projects stand, of one moment; read once for the list, when it is first asked for. */
    static final class Standings {
        private final FinancingPositions positions;
        private Map<UUID, FinancingPosition.Project> projects;
        private String missing;

        Standings(FinancingPositions positions) {
            this.positions = positions;
        }

        /** The service without which there is no position, or null. */
        String missing() {
            return missing;
        }

        /** The projects of this list, each with where it stands; a list of all of them with what they come to. */
        ListPage.Reading<Row, ProjectFilter> of(ListPage.Reading<ProjectView, ProjectFilter> list) {
            return (filter, after, limit) -> {
                var page = list.page(filter, after, limit);
                read();
                return new Page<>(
                        page.items().stream()
                                .map(project -> new Row(project, projects.get(project.id())))
                                .toList(),
                        page.next(),
                        page.first(),
                        page.previous(),
                        page.count(),
                        isOfAll(filter) && after == null ? sums() : null,
                        null,
                        null);
            };
        }

        private void read() {
            if (projects != null) {
                return;
            }
            projects = new HashMap<>();
            try {
                positions
                        .read(Moment.NOW)
                        .await()
                        .indefinitely()
                        .projects()
                        .forEach(project -> projects.put(project.id(), project));
            } catch (Refusal unavailable) {
                missing = unavailable.findings().get(0).params().get("service");
                if (missing == null) {
                    throw unavailable;
                }
            }
        }

        private static boolean isOfAll(ProjectFilter filter) {
            return filter.q == null && filter.kind == null && filter.worksProgramme == null;
        }

        private Map<String, Money> sums() {
            return missing != null
                    ? null
                    : Map.of(
                            "baseline",
                                    sum(p -> p.baseline() == null
                                            ? null
                                            : p.baseline().gross()),
                            "contracted", sum(FinancingPosition.Project::contracted),
                            "committed", sum(FinancingPosition.Project::committed),
                            "gap", sum(p -> p.baseline() == null ? null : p.gap()));
        }

        private Money sum(Function<FinancingPosition.Project, Money> figure) {
            return projects.values().stream()
                    .map(figure)
                    .filter(Objects::nonNull)
                    .reduce(Money.zero(), Money::plus);
        }
    }
}
