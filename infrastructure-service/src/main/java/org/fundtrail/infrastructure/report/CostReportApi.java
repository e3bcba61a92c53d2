package org.fundtrail.infrastructure.report;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.ApiDocument;
import org.fundtrail.common.ListFile;
import org.fundtrail.common.Page;
import org.fundtrail.common.Time;
import org.fundtrail.common.Xlsx;
import org.fundtrail.common.value.Part;
import org.fundtrail.common.value.Values;
import org.fundtrail.infrastructure.api.report.CostReportFilter;
import org.fundtrail.infrastructure.api.report.CostReportSummary;
import org.fundtrail.infrastructure.api.report.CostReportTerms;
import org.fundtrail.infrastructure.api.report.CostReportVat;
import org.fundtrail.infrastructure.api.report.CostReportView;
import org.fundtrail.infrastructure.api.report.IssuedCostReportView;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Answer;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.Recorded;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Validation;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cost reports", description = "What projects cost, line by line, as of any day")
public class CostReportApi {
    private final CostReporting reporting;
    private final CostReports reports;
    private final Projects projects;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;
    private final Time time;

    CostReportApi(
            CostReporting reporting,
            CostReports reports,
            Projects projects,
            Once once,
            Validation validation,
            SignedIn signedIn,
            Time time) {
        this.reporting = reporting;
        this.reports = reports;
        this.projects = projects;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
        this.time = time;
    }

    @GET
    @Path("/projects/{id}/cost-report")
    @Operation(
            operationId = "readProjectCostReport",
            summary = "What a project costs, line by line, as of a day",
            description =
                    "Every column is a balance of the books, so the same asOf, recorded and vat give the same bytes whenever they are "
                            + "asked: canonical JSON (RFC 8785). Budgets and V are net, the other columns as vat says.")
    @Extension(name = ApiDocument.FILE, value = "true")
    @APIResponseSchema(CostReportView.class)
    public Response ofProject(@PathParam("id") UUID id, @BeanParam CostReportFilter filter) {
        return Response.ok(reports.canonical(project(id, filter))).build();
    }

    @GET
    @Path("/projects/{id}/cost-report")
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true) // one address, one operation: said at the report
    public Response fileOfProject(
            @PathParam("id") UUID id, @BeanParam CostReportFilter filter, @Context HttpHeaders asked) {
        return file(project(id, filter), asked);
    }

    @GET
    @Path("/works-programmes/{id}/cost-report")
    @Operation(
            operationId = "readWorksProgrammeCostReport",
            summary = "What the projects of a works programme cost, line by line, as of a day",
            description =
                    "Of the projects that were in it on that day. What has changed is said since the last issued report of each "
                            + "project; in total, the sum of what is said.")
    @Extension(name = ApiDocument.FILE, value = "true")
    @APIResponseSchema(CostReportView.class)
    public Response ofWorksProgramme(@PathParam("id") UUID id, @BeanParam CostReportFilter filter) {
        return Response.ok(reports.canonical(worksProgramme(id, filter))).build();
    }

    @GET
    @Path("/works-programmes/{id}/cost-report")
    @Produces({"text/csv", Xlsx.TYPE})
    @Operation(hidden = true)
    public Response fileOfWorksProgramme(
            @PathParam("id") UUID id, @BeanParam CostReportFilter filter, @Context HttpHeaders asked) {
        return file(worksProgramme(id, filter), asked);
    }

    private CostReportView project(UUID id, CostReportFilter filter) {
        return reporting.ofProject(id, asked(filter), signedIn.caller());
    }

    private CostReportView worksProgramme(UUID id, CostReportFilter filter) {
        return reporting.ofWorksProgramme(id, asked(filter), signedIn.caller());
    }

    private CostReporting.Asked asked(CostReportFilter filter) {
        var vat = filter.vat == null ? null : filter.vat.toUpperCase(Locale.ROOT);
        return new CostReporting.Asked(
                time.dayUpToToday(filter.asOf, "asOf"),
                filter.recorded,
                orExcluded(Listing.oneOf(CostReportVat.class, vat, "vat")));
    }

    private static CostReportVat orExcluded(CostReportVat vat) {
        return vat == null ? CostReportVat.EXCLUDED : vat;
    }

    private static Response file(CostReportView report, HttpHeaders asked) {
        var columns = CostReportFile.COLUMNS;
        return ListFile.of(
                asked,
                "cost-report-" + report.asOf() + "-" + report.recorded(),
                columns.names(),
                after -> columns.cells(new Page<>(CostReportFile.rows(report), null)));
    }

    @POST
    @Path("/projects/{id}/cost-reports")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "issueCostReport",
            summary = "Issues a cost report of a project",
            description =
                    "A snapshot of all that is recorded, as of a day: kept as it is and never changed. Later ones say what has changed "
                            + "since. Without a body it is of today, without VAT.")
    @APIResponseSchema(
            value = IssuedCostReportView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response issue(@PathParam("id") UUID id, CostReportTerms terms) {
        return once.answer(by -> read(id, terms == null ? new CostReportTerms(null, null) : terms, by), (said, by) -> {
            var issued = reports.issue(id, said, by);
            return Answer.created(reports.view(issued), "/api/infrastructure/v1/cost-reports/" + issued.id(), issued);
        });
    }

    private CostReportView read(UUID id, CostReportTerms terms, Writer by) {
        Recorded.own(projects.find(id, by.caller()), by.caller());
        Values.check(terms, by.today());
        var asked = new CostReporting.Asked(
                terms.asOf() == null ? by.today() : terms.asOf(), null, orExcluded(terms.vat()));
        return reporting.ofProject(id, asked, by.caller());
    }

    @POST
    @Path("/projects/{id}/cost-reports/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateCostReport(@PathParam("id") UUID id, Part<CostReportTerms> part) {
        validation.of(part, reader -> projects.find(id, reader));
    }

    @GET
    @Path("/projects/{id}/cost-reports")
    @Operation(
            operationId = "listCostReportsOfProject",
            summary = "Lists the issued cost reports of a project, the newest first")
    public Page<CostReportSummary> list(
            @PathParam("id") UUID id, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return reports.list(id, signedIn.caller(), after, limit);
    }

    @GET
    @Path("/cost-reports/{id}")
    @Operation(operationId = "readCostReport", summary = "Reads a cost report as it was issued")
    @APIResponseSchema(IssuedCostReportView.class)
    public Response read(@PathParam("id") UUID id) {
        var issued = reports.find(id, signedIn.caller());
        return Response.ok(reports.view(issued))
                .tag(String.valueOf(issued.version()))
                .build();
    }

    @GET
    @Path("/cost-reports/{id}/body")
    @Operation(
            operationId = "readCostReportBody",
            summary = "The bytes of an issued cost report, of which its hash is made")
    @APIResponseSchema(CostReportView.class)
    public Response body(@PathParam("id") UUID id) {
        return Response.ok(reports.find(id, signedIn.caller()).body()).build();
    }
}
