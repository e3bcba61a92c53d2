package org.fundtrail.gateway.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Xlsx;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.RecordPage;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.project.ProjectPages;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.report.CostReportTerms;
import org.fundtrail.infrastructure.api.report.CostReportVat;
import org.fundtrail.infrastructure.api.report.IssuedCostReportView;

/** Cost reports that were issued: one of them as it was then, and the form that issues one. */
@Path("/cost-reports")
@Produces(MediaType.TEXT_HTML)
public class IssuedReportPages implements NewOnPage, RecordPage {

    @CheckedTemplate(basePath = "cost-report")
    static class Templates {
        static native TemplateInstance issued(
                IssuedCostReportView issued, CostSheet sheet, History history, Form form, String done);
    }

    private static final Fields<CostReportTerms> FIELDS = Fields.of(
            CostReportTerms.class,
            "cost-report",
            Field.day("asOf"),
            Field.radios("vat", "reportVat", CostReportVat.values()).needed("reportVat"));

    private final CostReportClient reports;
    private final ProjectClient projects;
    private final CostReportFiles files;
    private final FormFlow flow;
    private final History.Reader histories;

    IssuedReportPages(
            @RestClient CostReportClient reports,
            @RestClient ProjectClient projects,
            CostReportFiles files,
            FormFlow flow,
            History.Reader histories) {
        this.reports = reports;
        this.projects = projects;
        this.files = files;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.COST_REPORT;
    }

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.PROJECT;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var project = Lazy.of(() -> Services.infrastructure(() -> projects.read(id)));
        return flow.of(kind(), FIELDS)
                .by("project-officer")
                .on(ownerKind(), id, () -> ProjectPages.owner(project.get()))
                .beginningWith(form -> form.withDate("asOf", flow.view().today()))
                .sending((key, terms) -> reports.issue(id, key, terms).id());
    }

    @Override
    public Response detail(String id, Form form, String done) {
        var issued = Services.infrastructure(() -> reports.read(id));
        var view = flow.view();
        view.readFrom(null, issued.report().recorded());
        return view.show(
                form,
                Templates.issued(
                        issued,
                        CostSheet.of(issued.report(), view.language()),
                        histories.of(kind(), issued.id()),
                        form,
                        Done.of(view.language(), kind().type(), done, null)));
    }

    @GET
    @Path("/{id}/cost-report.{type: csv|xlsx|pdf}")
    @Produces({"text/csv", Xlsx.TYPE, "application/pdf"})
    public Response file(@PathParam("id") String id, @PathParam("type") String type) {
        var issued = Services.infrastructure(() -> reports.read(id));
        return files.of(issued.report(), type, issued.report().of().reference(), issued.number(), issued.hash());
    }
}
