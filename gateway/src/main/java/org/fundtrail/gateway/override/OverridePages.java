package org.fundtrail.gateway.override;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.stream.Stream;
import org.fundtrail.common.Page;
import org.fundtrail.common.Xlsx;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.PageCsv;

/** What was recorded in spite of a rule, for whoever audits it and everybody who may read the records. */
@Path("/overrides")
@Produces(MediaType.TEXT_HTML)
public class OverridePages {
    private static final String FILE = "overrides";
    private static final String[] COLUMNS = {
        "subjectType",
        "reference",
        "owner",
        "project",
        "amount",
        "currency",
        "rule",
        "law",
        "reason",
        "status",
        "recordedBy",
        "recordedAt",
        "decidedBy",
        "id"
    };

    @CheckedTemplate(basePath = "override")
    static class Templates {
        static native TemplateInstance list(List<RecordedOverride> overrides);
    }

    private final Overrides overrides;
    private final View view;

    OverridePages(Overrides overrides, View view) {
        this.overrides = overrides;
        this.view = view;
    }

    @GET
    public Response list() {
        return view.show(Templates.list(overrides.all()));
    }

    @GET
    @Path("/overrides.csv")
    @Produces("text/csv")
    public Response csv() {
        var all = overrides.all();
        var language = view.language();
        StreamingOutput lines = out -> {
            try (var csv = new PageCsv(out, language, COLUMNS)) {
                all.forEach(one -> csv.row(cells(one, language)));
            }
        };
        return Response.ok(lines, "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + FILE + ".csv\"")
                .build();
    }

    @GET
    @Path("/overrides.xlsx")
    @Produces(Xlsx.TYPE)
    public Response xlsx() {
        var language = view.language();
        var rows = overrides.all().stream().map(one -> cells(one, language)).toList();
        var head = Stream.of(COLUMNS).map(field -> Words.field(language, field)).toList();
        return Xlsx.stream(FILE, head, after -> new Page<>(rows, null));
    }

    private static Object[] cells(RecordedOverride one, Language language) {
        return new Object[] {
            Words.label(language, "type.one", one.type()),
            one.reference(),
            one.of().reference(),
            one.project(),
            one.amount(),
            one.amount().currency(),
            Words.label(language, "overridden", one.rule()),
            one.law() == null ? null : Words.law(language, one.law()),
            one.reason(),
            Words.label(language, one.type() + ".status", one.status()),
            one.recordedBy().name(),
            one.recordedAt(),
            one.decidedBy() == null ? null : one.decidedBy().name(),
            one.id().toString()
        };
    }
}
