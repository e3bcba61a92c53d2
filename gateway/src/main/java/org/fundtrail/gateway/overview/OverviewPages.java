package org.fundtrail.gateway.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.TypedDay;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.position.FinancingPosition;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;

/** The first page: how much of the planned cost has no source of funding yet, and what the figures are made of. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class OverviewPages {

    @CheckedTemplate(basePath = "overview")
    static class Templates {
        static native TemplateInstance overview(
                FinancingPosition position,
                Coverage coverage,
                String at,
                String costAt,
                String asOf,
                Moment asked,
                Form form);
    }

    private final FinancingPositions positions;
    private final View view;

    OverviewPages(FinancingPositions positions, View view) {
        this.positions = positions;
        this.view = view;
    }

    @GET
    public Response overview(
            @QueryParam("asOf") String asOf,
            @QueryParam("recorded.funding") String funding,
            @QueryParam("recorded.infrastructure") String infrastructure) {
        var asked = new Moment(TypedDay.iso(asOf), funding, infrastructure);
        var form = Form.empty(view.language());
        FinancingPosition position;
        try {
            position = read(asked);
        } catch (Refusal refused) {
            if (refused.status() != 400) {
                throw refused;
            }
            form.refuse(Problem.from(refused));
            position = read(Moment.NOW); // shown with what is wrong about the address
        }
        view.readFrom(position.recorded().funding(), position.recorded().infrastructure());
        return view.show(
                form,
                Templates.overview(
                        position,
                        Coverage.of(position, view.language()),
                        Moment.of(position).query(),
                        "asOf=" + position.asOf() + "&recorded="
                                + position.recorded().infrastructure() + "&vat=included",
                        asked.asOf() == null ? position.asOf().toString() : asked.asOf(),
                        asked,
                        form));
    }

    /** A file of another day or position than was asked for would mislead: what cannot be read is refused. */
    @GET
    @Path("/coverage.csv")
    @Produces("text/csv")
    public Response coverageCsv(
            @QueryParam("asOf") String asOf,
            @QueryParam("recorded.funding") String funding,
            @QueryParam("recorded.infrastructure") String infrastructure) {
        var position = read(new Moment(TypedDay.iso(asOf), funding, infrastructure));
        var language = view.language();
        return file("coverage", position, out -> Coverage.csv(position, language, out));
    }

    @GET
    @Path("/financing.csv")
    @Produces("text/csv")
    public Response financingCsv(
            @QueryParam("asOf") String asOf,
            @QueryParam("recorded.funding") String funding,
            @QueryParam("recorded.infrastructure") String infrastructure) {
        var position = read(new Moment(TypedDay.iso(asOf), funding, infrastructure));
        var language = view.language();
        return file(
                "financing", position, out -> Coverage.of(position, language).csvOfParts(language, out));
    }

    private static Response file(String name, FinancingPosition position, StreamingOutput csv) {
        var file = name + "-" + position.asOf() + "-" + position.recorded().funding() + "-"
                + position.recorded().infrastructure() + ".csv";
        return Response.ok(csv, "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    private FinancingPosition read(Moment moment) {
        return positions.read(moment).await().indefinitely();
    }
}
