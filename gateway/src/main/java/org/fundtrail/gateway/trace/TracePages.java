package org.fundtrail.gateway.trace;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.View;

/** Where euros came from and where they went: a table that can be read without a picture, and the picture. */
@Path("/trace")
@Produces(MediaType.TEXT_HTML)
public class TracePages {

    @CheckedTemplate(basePath = "trace")
    static class Templates {
        static native TemplateInstance trace(
                Trace trace, Trace.Node start, String href, TraceTree.Lines back, TraceTree.Lines onwards);
    }

    private final Traces traces;
    private final View view;

    TracePages(Traces traces, View view) {
        this.traces = traces;
        this.view = view;
    }

    /** What is no record that euros go through has no page. */
    private Trace of(String from) {
        try {
            return traces.from(from);
        } catch (Refusal none) {
            throw Refusal.notFound();
        }
    }

    @GET
    public Response trace(@QueryParam("from") String from) {
        var trace = of(from);
        var start = Traces.byKey(trace).getOrDefault(from, unused(from));
        return view.show(
                Form.empty(view.language()),
                Templates.trace(trace, start, TraceTree.href(start), TraceTree.back(trace), TraceTree.onwards(trace)));
    }

    /** What is not in force yet, or was never committed or claimed: no euros go through it. */
    private static Trace.Node unused(String from) {
        var parts = from.split("/", 2);
        return new Trace.Node(from, parts[0], UUID.fromString(parts[1]), "", Money.zero(), null, null, null);
    }
}
