package org.fundtrail.gateway.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.fundtrail.common.Time;
import org.fundtrail.gateway.page.View;
import org.fundtrail.gateway.position.FinancingPosition;
import org.fundtrail.gateway.position.FinancingPositions;

/** The first page: how much of the planned cost has no source of funding yet, and what the figures are made of. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class OverviewPages {

    @CheckedTemplate(basePath = "overview")
    static class Templates {
        static native TemplateInstance overview(
                FinancingPosition position, Coverage coverage, String asOf, boolean isRefused);
    }

    private final FinancingPositions positions;
    private final View view;
    private final Time time;

    OverviewPages(FinancingPositions positions, View view, Time time) {
        this.positions = positions;
        this.time = time;
        this.view = view;
    }

    @GET
    public Response overview(@QueryParam("asOf") String asOf) {
        var day = day(asOf);
        var isGiven = asOf != null && !asOf.isBlank();
        var isRefused = isGiven && (day == null || day.isAfter(view.today()));
        var position = read(isRefused ? null : day);
        return view.show(
                isRefused ? 400 : 200,
                Templates.overview(
                        position,
                        Coverage.of(position, view.language()),
                        isGiven ? asOf : position.asOf().toString(),
                        isRefused));
    }

    @GET
    @Path("/coverage.csv")
    @Produces("text/csv")
    public Response coverageCsv(@QueryParam("asOf") String asOf) {
        var position = read(time.dayUpToToday(asOf, "asOf")); // a file of another day than was asked for would mislead
        return Response.ok(Coverage.csv(position), "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"coverage-" + position.asOf() + ".csv\"")
                .build();
    }

    @GET
    @Path("/financing.csv")
    @Produces("text/csv")
    public Response financingCsv(@QueryParam("asOf") String asOf) {
        var position = read(time.dayUpToToday(asOf, "asOf")); // a file of another day than was asked for would mislead
        return Response.ok(Coverage.of(position, view.language()).csvOfParts(), "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"financing-" + position.asOf() + ".csv\"")
                .build();
    }

    private FinancingPosition read(LocalDate asOf) {
        return positions.asOf(asOf).await().indefinitely();
    }

    private static LocalDate day(String asOf) {
        try {
            return asOf == null || asOf.isBlank() ? null : LocalDate.parse(asOf.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
