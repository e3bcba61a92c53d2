package org.fundtrail.gateway.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.fundtrail.common.Page;
import org.fundtrail.common.Xlsx;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.PageCsv;
import org.fundtrail.infrastructure.api.report.CostReportView;

/** A cost report as a file in the words of its reader: for a spreadsheet with every column, or to be printed and kept (PDF). */
@RequestScoped
class CostReportFiles {
    @CheckedTemplate(basePath = "cost-report")
    static class Templates {
        static native TemplateInstance pdf(CostSheet sheet, String title, Integer number, String hash, String code);
    }

    private final View view;

    CostReportFiles(View view) {
        this.view = view;
    }

    /**
     * The file.
     *
     * @param title what the report is of, as the PDF says it
     * @param number of an issued one, or null
     * @param hash of an issued one, or null
     */
    Response of(CostReportView report, String type, String title, Integer number, String hash) {
        var sheet = CostSheet.of(report, view.language());
        var name = "cost-report-" + report.asOf() + "-" + report.recorded();
        return switch (type) {
            case "xlsx" -> xlsx(sheet, name);
            case "pdf" -> pdf(sheet, name, title, number, hash);
            default -> csv(sheet, name);
        };
    }

    private Response xlsx(CostSheet sheet, String name) {
        var head = CostSheet.head().stream()
                .map(field -> Words.field(view.language(), field))
                .toList();
        var language = view.language();
        return Xlsx.stream(name, head, after -> new Page<>(sheet.rows(language), null));
    }

    private Response csv(CostSheet sheet, String name) {
        var language = view.language();
        StreamingOutput lines = out -> {
            try (var csv = new PageCsv(out, language, CostSheet.head().toArray(String[]::new))) {
                sheet.rows(language).forEach(csv::row);
            }
        };
        return attached(Response.ok(lines, "text/csv; charset=UTF-8"), name + ".csv");
    }

    private Response pdf(CostSheet sheet, String name, String title, Integer number, String hash) {
        var html = Templates.pdf(sheet, title, number, hash, view.code())
                .setLocale(view.language().locale())
                .render();
        return attached(Response.ok(Pdf.of(html), "application/pdf"), name + ".pdf");
    }

    private static Response attached(Response.ResponseBuilder file, String name) {
        return file.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
