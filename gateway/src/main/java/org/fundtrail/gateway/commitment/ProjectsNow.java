package org.fundtrail.gateway.commitment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.Names;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.Whole;
import org.fundtrail.gateway.position.FinancingPosition;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.project.ProjectFilter;
import org.fundtrail.infrastructure.api.project.ProjectKind;

/**
 * What there is to commit money to: the projects, and the position of now, read once in a request however often it is asked. Without the
 * position a page says less and works on.
 */
final class ProjectsNow {
    private final FinancingPositions positions;
    private final ProjectClient projects;
    private final Language language;
    private Optional<FinancingPosition> position;

    ProjectsNow(FinancingPositions positions, ProjectClient projects, Language language) {
        this.positions = positions;
        this.projects = projects;
        this.language = language;
    }

    Optional<FinancingPosition> position() {
        if (position == null) {
            try {
                position = Optional.of(positions.read(Moment.NOW).await().indefinitely());
            } catch (Refusal unavailable) {
                position = Optional.empty();
            }
        }
        return position;
    }

    /** Every project, with what it lacks; of those that a programme may not pay for, that it does not. */
    List<Option> choices(ProgrammeView programme) {
        var standing = position()
                .map(now -> now.projects().stream()
                        .collect(Collectors.toMap(FinancingPosition.Project::id, project -> project)))
                .orElse(Map.of());
        var all = new ProjectFilter();
        all.sort = "reference";
        return Services.infrastructure(() -> Whole.list(after -> projects.list(all, after, 200))).stream()
                .map(p -> new Option(
                        p.id().toString(),
                        p.reference() + " " + Names.title(language, p.title()) + gap(standing.get(p.id())),
                        whyNot(p.kind(), programme)))
                .toList();
    }

    private String whyNot(ProjectKind kind, ProgrammeView programme) {
        return programme.costScope().stream().anyMatch(scope -> scope.name().equals(kind.name()))
                ? null
                : Words.say(
                        language,
                        "check.out-of-scope",
                        Map.of("programme", programme.code(), "kind", Words.label(language, "kind", kind)));
    }

    /** What the project still lacks, and what of it is spoken for already. */
    private String gap(FinancingPosition.Project project) {
        if (project == null) {
            return "";
        }
        return ": "
                + Words.say(
                        language,
                        project.reserved().isPositive() ? "project.gap-reserved" : "project.gap",
                        Map.of("gap", language.money(project.gap()), "reserved", language.money(project.reserved())));
    }
}
