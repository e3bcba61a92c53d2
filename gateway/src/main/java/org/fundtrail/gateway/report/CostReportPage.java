package org.fundtrail.gateway.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Xlsx;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.report.CostReportFilter;
import org.fundtrail.infrastructure.api.report.CostReportSummary;
import org.fundtrail.infrastructure.api.report.CostReportView;

/** Where the cost of a project or works programme is read as of any day, and as files. */
interface CostReportPage {

    @CheckedTemplate(basePath = "cost-report")
    class Templates {
        static native TemplateInstance report(
                CostSheet sheet, About about, CostReportFilter asked, List<CostReportSummary> issued, Form form);
    }

    /**
     * What the report is of.
     *
     * @param href its page
     * @param back what leads there is called
     * @param title what it is called in the reader's language
     * @param isIssuer whether the reader issues reports of it
     */
    record About(Kind kind, String id, String href, String back, String reference, String title, boolean isIssuer) {}

    About about(String id);

    /** Those that were issued of it, the newest first; null where none are. */
    List<CostReportSummary> issued(String id);

    CostReportClient reports();

    CostReportFiles files();

    View view();

    @GET
    default Response report(@PathParam("id") String id, @BeanParam CostReportFilter asked) {
        var about = about(id);
        var form = Form.empty(view().language());
        CostReportView report;
        try {
            report = read(about, asked);
        } catch (Refused refused) {
            if (refused.problem().status() != 400) {
                throw refused;
            }
            form.refuse(refused.problem());
            report = read(about, new CostReportFilter()); // shown with what is wrong about the address
        }
        view().readFrom(null, report.recorded());
        return view().show(
                        form,
                        Templates.report(CostSheet.of(report, view().language()), about, asked, issued(id), form));
    }

    private CostReportView read(About about, CostReportFilter asked) {
        return Services.infrastructure(() -> reports().read(about.kind().room(), about.id(), asked));
    }

    /** A file of another day or position than was asked for would mislead: what cannot be read is refused. */
    @GET
    @Path("/cost-report.{type: csv|xlsx|pdf}")
    @Produces({"text/csv", Xlsx.TYPE, "application/pdf"})
    default Response file(
            @PathParam("id") String id, @PathParam("type") String type, @BeanParam CostReportFilter asked) {
        var about = about(id);
        return files().of(read(about, asked), type, about.reference() + " " + about.title(), null, null);
    }
}
