package org.fundtrail.gateway.report;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.gateway.frame.Names;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.project.WorksProgrammeClient;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.report.CostReportSummary;

/** What the projects of a works programme cost, line by line. Reports are issued of each project, not of all together. */
@Path("/works-programmes/{id}/cost-report")
@Produces(MediaType.TEXT_HTML)
public class WorksProgrammeCostReportPages implements CostReportPage {
    private final WorksProgrammeClient works;
    private final CostReportClient reports;
    private final CostReportFiles files;
    private final View view;

    WorksProgrammeCostReportPages(
            @RestClient WorksProgrammeClient works,
            @RestClient CostReportClient reports,
            CostReportFiles files,
            View view) {
        this.works = works;
        this.reports = reports;
        this.files = files;
        this.view = view;
    }

    @Override
    public About about(String id) {
        var programme = Services.infrastructure(() -> works.read(id));
        return new About(
                InfrastructureKind.WORKS_PROGRAMME,
                programme.id().toString(),
                "/works-programmes/" + programme.id(),
                Words.of(view.language(), "back.works-programme"),
                programme.reference(),
                Names.title(view.language(), programme.title()),
                false);
    }

    @Override
    public List<CostReportSummary> issued(String id) {
        return null;
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
