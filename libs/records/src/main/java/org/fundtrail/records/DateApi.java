package org.fundtrail.records;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.RecordDate;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;

/** What is due soon, or just was. */
@Path("/v1/dates")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standing", description = "What waits for the reader, at a glance")
public class DateApi {
    private static final int DAYS = 30;

    private final Dates dates;
    private final Time time;
    private final SignedIn signedIn;

    DateApi(Dates dates, Time time, SignedIn signedIn) {
        this.dates = dates;
        this.time = time;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "listDates",
            summary = "Lists the days of records that come or have passed",
            description =
                    "Days that matter to the reader's role: when the work of an approved contract is due and when the period of a project "
                            + "ends to project officers, until when an invoice that is recorded, matched or approved is to be paid to them and to accountants, "
                            + "when the eligibility of an approved allocation ends to funding officers, all of them to "
                            + "approvers and auditors. At most 50; beyond reads on.")
    public List<RecordDate> list(
            @QueryParam("from")
                    @Parameter(
                            description = "The first day; 30 days before today (Europe/Vilnius) unless given",
                            example = "2026-01-01")
                    String from,
            @QueryParam("until")
                    @Parameter(
                            description = "The last day; 30 days after today (Europe/Vilnius) unless given",
                            example = "2026-12-31")
                    String until,
            @QueryParam("order")
                    @Parameter(
                            description = "asc for the oldest first, desc for the latest",
                            schema =
                                    @Schema(
                                            enumeration = {"asc", "desc"},
                                            defaultValue = "asc"))
                    String order,
            @QueryParam("beyond")
                    @Parameter(
                            description =
                                    "Goes on behind the record of this id: with its day as from, or as until where the latest come first",
                            schema = @Schema(format = "uuid"))
                    String beyond) {
        var today = time.today();
        var first = day(from, "from", today.minusDays(DAYS));
        var last = day(until, "until", today.plusDays(DAYS));
        new Checks()
                .that(!last.isBefore(first), InputRule.END_BEFORE_START, "until", "start", first.toString())
                .done();
        return dates.of(signedIn.caller(), new Dates.Span(first, last, isLatestFirst(order), id(beyond)));
    }

    private static boolean isLatestFirst(String order) {
        if (order != null && !order.equals("asc") && !order.equals("desc")) {
            throw Refusal.ofField(InputRule.UNKNOWN_VALUE, "order", "allowed", "asc, desc");
        }
        return "desc".equals(order);
    }

    private static UUID id(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.ofField(InputRule.MALFORMED_VALUE, "beyond", "expected", "give the id of a record");
        }
    }

    private static LocalDate day(String text, String field, LocalDate otherwise) {
        var day = Checks.day(text, field);
        return day == null ? otherwise : day;
    }
}
