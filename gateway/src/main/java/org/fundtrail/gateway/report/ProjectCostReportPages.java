package org.fundtrail.gateway.report;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.gateway.frame.Names;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.report.CostReportSummary;

/** What a project costs, line by line. */
@Path("/projects/{id}/cost-report")
@Produces(MediaType.TEXT_HTML)
public class ProjectCostReportPages implements CostReportPage {
    private static final int MOST_ISSUED = 50;

    private final ProjectClient projects;
    private final CostReportClient reports;
    private final CostReportFiles files;
    private final View view;

    ProjectCostReportPages(
            @RestClient ProjectClient projects,
            @RestClient CostReportClient reports,
            CostReportFiles files,
            View view) {
        this.projects = projects;
        this.reports = reports;
        this.files = files;
        this.view = view;
    }

    @Override
    public About about(String id) {
        var project = Services.infrastructure(() -> projects.read(id));
        return new About(
                InfrastructureKind.PROJECT,
                project.id().toString(),
                "/projects/" + project.id(),
                Words.of(view.language(), "back.project"),
                project.reference(),
                Names.title(view.language(), project.title()),
                view.has("project-officer") && project.actions().contains("record-contract"));
    }

    @Override
    public List<CostReportSummary> issued(String id) {
        return Services.infrastructure(() -> reports.issued(id, MOST_ISSUED)).items();
    }

    @Override
    public CostReportClient reports() {
        return reports;
    }

    @Override
    public CostReportFiles files() {
        return files;
    }

    @Override
    public View view() {
        return view;
    }
}
