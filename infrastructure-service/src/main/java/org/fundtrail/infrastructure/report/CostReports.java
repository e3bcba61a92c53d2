package org.fundtrail.infrastructure.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Page;
import org.fundtrail.infrastructure.api.report.CostReportSummary;
import org.fundtrail.infrastructure.api.report.CostReportView;
import org.fundtrail.infrastructure.api.report.IssuedCostReportView;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.CanonicalJson;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Recorded;

/** The cost reports of projects that were issued. */
@ApplicationScoped
class CostReports {
    private static final Map<String, Sort> ORDERS = Map.of("recordedAt", Sort.moment("r.recordedAt"));

    private final EntityManager entities;
    private final Projects projects;
    private final Persons persons;
    private final Journal journal;
    private final ObjectMapper json;

    CostReports(EntityManager entities, Projects projects, Persons persons, Journal journal, ObjectMapper json) {
        this.entities = entities;
        this.projects = projects;
        this.persons = persons;
        this.journal = journal;
        this.json = json;
    }

    /** A report in the one form of which its hash is made. */
    byte[] canonical(CostReportView report) {
        return CanonicalJson.bytes(json.convertValue(report, new TypeReference<Map<String, Object>>() {}));
    }

    /**
     * Keeps a report of a project as it was read; the next one is compared with it.
     *
     * @param said as of its day, from all that was recorded when it was read
     */
    @Transactional
    CostReport issue(UUID projectId, CostReportView said, Writer by) {
        var project = projects.locked(projectId, by); // its reports are numbered one after the other
        var issued = new CostReport(project, number(projectId), said, canonical(said), by);
        issued.persist();
        journal.write(Change.recorded(issued, Role.PROJECT_OFFICER, by));
        return issued;
    }

    private int number(UUID project) {
        return entities.createQuery(
                                "SELECT coalesce(max(r.n), 0) FROM CostReport r WHERE r.project.id = :project",
                                Integer.class)
                        .setParameter("project", project)
                        .getSingleResult()
                + 1;
    }

    CostReport find(UUID id, Caller reader) {
        return Recorded.seen(entities.find(CostReport.class, id), reader);
    }

    /** It as it was issued, whatever was recorded since. */
    IssuedCostReportView view(CostReport issued) {
        return issued.view(said(issued), persons);
    }

    /** What the report of this id said when it was issued. */
    CostReportView kept(UUID id) {
        return said(entities.find(CostReport.class, id));
    }

    private CostReportView said(CostReport issued) {
        try {
            return json.readValue(issued.body(), CostReportView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The report " + issued.id() + " cannot be read", e);
        }
    }

    /** Those of a project that the reader sees, the newest first. */
    Page<CostReportSummary> list(UUID projectId, Caller reader, String after, String limit) {
        int most = Page.limit(limit);
        var listing = Listing.of(CostReport.class, reader)
                .where(
                        "r.project.id = :project",
                        "project",
                        projects.find(projectId, reader).id())
                .sorted(ORDERS, null, "-recordedAt");
        return listing.page(listing.rows(entities, after, most), most, report -> report.summary(persons));
    }
}
