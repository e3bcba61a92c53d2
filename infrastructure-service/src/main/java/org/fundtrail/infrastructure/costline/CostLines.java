package org.fundtrail.infrastructure.costline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.costline.CostLineRef;
import org.fundtrail.infrastructure.api.costline.CostLineTerms;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.project.Project;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Parents;
import org.fundtrail.records.Recorded;

/** What a person can do with the cost lines of a project. */
@ApplicationScoped
public class CostLines {
    private final EntityManager entities;
    private final Projects projects;
    private final Journal journal;

    CostLines(EntityManager entities, Projects projects, Journal journal) {
        this.entities = entities;
        this.projects = projects;
        this.journal = journal;
    }

    /** Adds a line to the budget of a project, which counts at once, from the day on which it was decided. */
    @Transactional
    CostLine record(UUID projectId, CostLineTerms terms, Writer by) {
        var project = projects.shared(projectId, by);
        Values.check(terms, by.today());
        var line = new CostLine(terms, project, by);
        line.persist();
        var change = Change.recorded(line, Role.PROJECT_OFFICER, by).on(line.since());
        var budget = line.originalBudget();
        if (budget.isPositive()) {
            var id = line.id();
            change.moving(budget, CostAccount.STATED.of(id, id), CostAccount.ORIGINAL_BUDGET.of(id, id));
        }
        journal.write(change);
        return line;
    }

    /**
     * The line of this project that a request names by its id or by its name.
     *
     * @param field how the request calls it
     * @throws Refusal cost-line-unknown where it is none of this project's
     */
    public CostLine named(String said, String field, Project project, Writer by) {
        var id = uuid(said);
        return named(id == null ? called(said, project) : entities.find(CostLine.class, id), said, field, project, by);
    }

    /** The same, where the request says an id. */
    public CostLine named(UUID id, String field, Project project, Writer by) {
        return named(entities.find(CostLine.class, id), String.valueOf(id), field, project, by);
    }

    private static CostLine named(CostLine found, String said, String field, Project project, Writer by) {
        var unknown = Refusal.ofField(
                InfrastructureRule.COST_LINE_UNKNOWN, field, "value", said, "project", project.reference());
        var line = Recorded.own(found, by.caller(), unknown);
        if (!line.project().id().equals(project.id())) {
            throw unknown;
        }
        return line;
    }

    private CostLine called(String name, Project project) {
        return entities.createQuery(
                        "FROM CostLine l WHERE l.project = :project AND l.terms.name = :name", CostLine.class)
                .setParameter("project", project)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The line, if it is of the writer's own institution, locked: what is expected of it is said one after the other. */
    public CostLine locked(UUID id, Writer by) {
        projects.shared(Parents.of(entities, CostLine.class, "project", id), by);
        return Recorded.own(entities.find(CostLine.class, id, LockModeType.PESSIMISTIC_WRITE), by.caller());
    }

    /** The line, if the reader sees it. */
    public CostLine find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(CostLine.class, id), reader);
    }

    /** All lines of a project that was looked up, in the order in which they were recorded. */
    public List<CostLine> of(UUID project) {
        return entities.createQuery(
                        "FROM CostLine l WHERE l.project.id = :project ORDER BY l.recordedAt, l.id", CostLine.class)
                .setParameter("project", project)
                .getResultList();
    }

    /** What these lines are called, for records that name them; of whichever project. */
    public Map<UUID, CostLineRef> refs(Set<UUID> lines) {
        return named(lines).values().stream().collect(Collectors.toMap(CostLine::id, CostLine::ref));
    }

    /** These lines, of whichever project. */
    public Map<UUID, CostLine> named(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entities.createQuery("FROM CostLine l WHERE l.id IN :lines", CostLine.class)
                        .setParameter("lines", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(CostLine::id, line -> line));
    }

    List<CostLine> list(Listing<CostLine> listing, String after, int limit) {
        return listing.rows(entities, after, limit);
    }
}
