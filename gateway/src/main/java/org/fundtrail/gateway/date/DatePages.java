package org.fundtrail.gateway.date;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.RecordDate;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.frame.Worklist.Coming;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Services;

/** The days that have passed, of records of both services, the latest first: what was due and what ended, however long ago. */
@Path("/dates")
@Produces(MediaType.TEXT_HTML)
public class DatePages {
    /** As many as a service answers at once. */
    private static final int ROWS = 50;

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    @CheckedTemplate(basePath = "date")
    static class Templates {
        static native TemplateInstance passed(List<Coming> dates, String next, List<String> down);
    }

    /**
     * Where the page goes on: behind the record of this id on this day, or from the day on.
     *
     * @param beyond null for the first page
     */
    private record From(LocalDate day, UUID beyond) {
        private static final String BETWEEN = "_";

        static From of(String after, LocalDate yesterday) {
            if (after == null) {
                return new From(yesterday, null);
            }
            try {
                var parts = after.split(BETWEEN, 2);
                return new From(LocalDate.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (DateTimeException | IllegalArgumentException none) {
                throw Refusal.ofField(InputRule.CURSOR_MALFORMED, "after");
            }
        }

        static String behind(RecordDate last) {
            return last.day() + BETWEEN + last.id();
        }
    }

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final View view;

    DatePages(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure, View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    @GET
    public Response passed() {
        var from = From.of(view.asked("after"), view.today().minusDays(1));
        var both = Uni.combine()
                .all()
                .unis(asked(funding, from), asked(infrastructure, from))
                .asTuple()
                .await()
                .indefinitely();
        var down = Stream.of(
                        both.getItem1().isEmpty() ? Services.FUNDING : null,
                        both.getItem2().isEmpty() ? Services.INFRASTRUCTURE : null)
                .filter(service -> service != null)
                .toList();
        return view.show(page(both.getItem1().orElse(List.of()), both.getItem2().orElse(List.of()), down));
    }

    private TemplateInstance page(List<RecordDate> one, List<RecordDate> other, List<String> down) {
        var all = Stream.concat(one.stream(), other.stream())
                .sorted(latestFirst())
                .toList();
        var shown = all.stream().limit(ROWS).toList();
        var isMore = all.size() > ROWS || one.size() == ROWS || other.size() == ROWS;
        return Templates.passed(
                shown.stream().map(date -> Coming.of(date, view.today())).toList(),
                isMore ? From.behind(shown.get(shown.size() - 1)) : null,
                down);
    }

    /** As the services sort them: ids as text, which is how a database compares them. */
    private static Comparator<RecordDate> latestFirst() {
        return Comparator.comparing(RecordDate::day)
                .thenComparing(date -> date.id().toString())
                .reversed();
    }

    /** Nothing of a service that does not answer. */
    private static Uni<Optional<List<RecordDate>>> asked(Records records, From from) {
        return records.dates(FIRST, from.day, "desc", from.beyond)
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(Optional.empty());
    }
}
