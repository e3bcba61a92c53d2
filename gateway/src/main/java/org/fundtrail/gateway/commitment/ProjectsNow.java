package org.fundtrail.gateway.commitment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.gateway.form.Choice;
import org.fundtrail.gateway.form.Offer;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.Names;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.position.FinancingPosition;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.project.ProjectFilter;
import org.fundtrail.infrastructure.api.project.ProjectKind;
import org.fundtrail.infrastructure.api.project.ProjectView;

/**
 * What there is to commit money to: the projects, and the position of now, read once in a request however often it is asked. Without the
 * position a page says less and works on.
 */
final class ProjectsNow {
    /** So many are shown at once; who does not find theirs among them looks for it. */
    private static final int SHOWN = 15;

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

    /**
     * Projects in which every word is found that is looked for, those first that the programme may pay for, each with what it lacks; the
     * others, which only an override allows, say that it may not.
     *
     * @param sought null for nothing but what was chosen
     */
    Offer found(ProgrammeView programme, String sought, String chosen) {
        var options = new LinkedHashMap<String, Option>();
        chosen(chosen).ifPresent(project -> options.put(chosen, option(project, programme)));
        if (sought == null) {
            return new Offer(List.copyOf(options.values()), options.size());
        }
        var may = kinds(programme, true);
        var payable = page(may, "", sought.isBlank() ? SHOWN : 1);
        for (var project : sought.isBlank() ? payable.items() : found(may, sought)) {
            options.putIfAbsent(project.id().toString(), option(project, programme));
        }
        for (var project : found(kinds(programme, false), sought)) {
            options.putIfAbsent(project.id().toString(), option(project, programme));
        }
        var of = payable.count() == null ? 0 : payable.count();
        return new Offer(List.copyOf(options.values()), Math.max(of, options.size()));
    }

    /** The service looks for the longest word, and of what it finds that stays which has the others as well. */
    private List<ProjectView> found(String kinds, String sought) {
        var words = Choice.words(sought);
        var longest = words.stream().max(Comparator.comparing(String::length)).orElse("");
        var others = words.stream().filter(word -> !word.equals(longest)).toList();
        return page(kinds, longest, others.isEmpty() ? SHOWN : Page.LARGEST).items().stream()
                .filter(project -> Choice.has(new Option(null, called(project)), others))
                .limit(SHOWN)
                .toList();
    }

    /** By reference; of no kinds there are none. */
    private Page<ProjectView> page(String kinds, String text, int limit) {
        if (kinds.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var filter = new ProjectFilter();
        filter.kinds = kinds;
        filter.q = text.isEmpty() ? null : text;
        filter.sort = "reference";
        return Services.infrastructure(() -> projects.list(filter, null, limit));
    }

    /** The project of this id, where the programme may not pay for it. */
    Optional<ProjectView> outside(String id, ProgrammeView programme) {
        return chosen(id).filter(project -> !mayPay(programme, project.kind()));
    }

    private Optional<ProjectView> chosen(String id) {
        try {
            return id.isBlank() ? Optional.empty() : Optional.of(Services.infrastructure(() -> projects.read(id)));
        } catch (Refused absent) {
            return Optional.empty(); // said when it is recorded
        }
    }

    private Option option(ProjectView project, ProgrammeView programme) {
        return new Option(
                project.id().toString(), called(project) + gap(project.id()) + outside(project.kind(), programme));
    }

    private String called(ProjectView project) {
        return project.reference() + " " + Names.title(language, project.title());
    }

    private static String kinds(ProgrammeView programme, boolean isPaidFor) {
        return Stream.of(ProjectKind.values())
                .filter(kind -> mayPay(programme, kind) == isPaidFor)
                .map(Enum::name)
                .collect(Collectors.joining(","));
    }

    private static boolean mayPay(ProgrammeView programme, ProjectKind kind) {
        return programme.costScope().stream().anyMatch(scope -> scope.name().equals(kind.name()));
    }

    private String outside(ProjectKind kind, ProgrammeView programme) {
        return mayPay(programme, kind)
                ? ""
                : ". "
                        + Words.say(
                                language,
                                "check.out-of-scope",
                                Map.of("programme", programme.code(), "kind", Words.label(language, "kind", kind)));
    }

    /** What the project still lacks, and what of it is spoken for already. */
    private String gap(UUID id) {
        return position().stream()
                .flatMap(now -> now.projects().stream())
                .filter(project -> project.id().equals(id))
                .findFirst()
                .map(this::gap)
                .orElse("");
    }

    private String gap(FinancingPosition.Project project) {
        return ": "
                + Words.say(
                        language,
                        project.reserved().isPositive() ? "project.gap-reserved" : "project.gap",
                        Map.of("gap", language.money(project.gap()), "reserved", language.money(project.reserved())));
    }
}
