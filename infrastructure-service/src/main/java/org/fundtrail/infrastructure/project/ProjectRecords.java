package org.fundtrail.infrastructure.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Dated;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;

/** Projects are usable at once. */
@ApplicationScoped
class ProjectRecords implements RecordKind {
    private final Projects projects;
    private final Costs costs;
    private final Persons persons;

    ProjectRecords(Projects projects, Costs costs, Persons persons) {
        this.projects = projects;
        this.costs = costs;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "project";
    }

    @Override
    public boolean isCorrected() {
        return true;
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(projects.find(id, reader), reader);
    }

    ProjectView view(Project project, Caller reader) {
        return views(List.of(project), reader).get(project.id());
    }

    /** What is shown of them, by id. */
    Map<UUID, ProjectView> views(Collection<Project> all, Caller reader) {
        var known = costs.of(all.stream().map(Project::id).toList());
        var views = new HashMap<UUID, ProjectView>();
        all.forEach(p -> views.put(p.id(), p.view(known.get(p.id()), persons, reader)));
        return views;
    }

    @Override
    public Findable found() {
        return new Findable(
                """
                SELECT 'project' AS type, r.id, r.reference, r.title_en AS title, r.title_lt, r.beneficiary AS party, NULL AS parent_type,
                    NULL::uuid AS parent_id, NULL AS parent_reference, NULL::numeric AS amount, NULL AS currency, NULL AS status, r.recorded_at
                FROM infrastructure.project r""",
                "r.reference",
                List.of(List.of("r.reference", "r.title_en", "r.title_lt", "r.beneficiary", "r.place")),
                List.of());
    }

    @Override
    public Dated dated() {
        return new Dated("""
                SELECT 'project' AS type, r.id, r.reference, NULL AS parent_type, NULL::uuid AS parent_id, NULL AS parent_reference,
                    'period-ends' AS what, r.period_to AS day
                FROM infrastructure.project r""", "r.period_to", "TRUE", Set.of(Role.PROJECT_OFFICER, Role.APPROVER, Role.AUDITOR));
    }
}
