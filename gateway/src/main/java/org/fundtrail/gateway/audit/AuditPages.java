package org.fundtrail.gateway.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Entry;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.list.Days;
import org.fundtrail.gateway.list.EntryView;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** Every change in both services, who made it and why, newest first. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
public class AuditPages {
    private static final int LENGTH = 30;
    /** As much as a service gives at once. */
    private static final int STRETCH = 200;

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String NOTHING = "00000000-0000-0000-0000-000000000000";
    private static final List<String> SERVICES = List.of("funding", "infrastructure");

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        static native TemplateInstance list(
                List<Day> days,
                int count,
                String next,
                Filter filter,
                boolean isUnknown,
                Form form,
                List<Option> services,
                List<Option> actions);
    }

    /** Entries that follow each other and were recorded on one day. */
    public record Day(LocalDate date, List<EntryView> entries) {}

    /** The filters, as they stand in the address; {@code after} is where the reading of each service goes on. */
    public record Filter(
            String service, String subject, String actor, String action, String from, String to, String after) {
        public Filter {
            service = blankToNull(service);
            subject = blankToNull(subject);
            actor = blankToNull(actor);
            action = blankToNull(action);
            from = blankToNull(from);
            to = blankToNull(to);
            after = blankToNull(after);
        }

        private static String blankToNull(String value) {
            return value == null || value.isBlank() ? null : value.strip();
        }

        Days days() {
            return new Days(from, to);
        }

        boolean wants(String name) {
            return service == null || service.equals(name);
        }

        /** Where to go on in this service; an empty text at its end. */
        String after(String name) {
            if (after == null) {
                return null;
            }
            for (var part : after.split(",")) {
                if (part.startsWith(name + ":")) {
                    return part.substring(name.length() + 1);
                }
            }
            return "";
        }
    }

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final View view;

    AuditPages(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure, View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    @GET
    public Response list(
            @QueryParam("service") String service,
            @QueryParam("subject") String subject,
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("after") String after) {
        var filter = new Filter(service, subject, actor, action, from, to, after);
        var form = Form.empty(view.language());
        try {
            filter.days().checked();
        } catch (Refusal refused) {
            return show(List.of(), null, filter, false, form.refuse(Problem.from(refused)));
        }
        var records = records(filter.subject());
        var isUnknown = filter.subject() != null && records.isEmpty();
        if (isUnknown) {
            return show(List.of(), null, filter, true, form);
        }
        var trail = trail(filter, records, LENGTH);
        var lines = trail.next(LENGTH);
        return show(lines, trail.mark(), filter, false, form);
    }

    private Response show(List<Trail.Line> lines, String next, Filter filter, boolean isUnknown, Form form) {
        return view.show(
                form,
                Templates.list(
                        days(lines),
                        lines.size(),
                        next,
                        filter,
                        isUnknown,
                        form,
                        Option.of(view.language(), "service", "funding", "infrastructure"),
                        Option.of(view.language(), "action", Kinds.actions())));
    }

    /** Under their days, in the order in which they come. */
    private List<Day> days(List<Trail.Line> lines) {
        var days = new ArrayList<Day>();
        for (var line : lines) {
            var entry = EntryView.of(line.entry(), line.service() + "-service", view.language());
            if (days.isEmpty() || !days.get(days.size() - 1).date().equals(entry.day())) {
                days.add(new Day(entry.day(), new ArrayList<>()));
            }
            days.get(days.size() - 1).entries().add(entry);
        }
        return days;
    }

    private Trail trail(Filter filter, Map<String, String> records, int stretch) {
        var trail = new Trail();
        for (var name : SERVICES) {
            var start = filter.after(name);
            if (filter.wants(name) && !"".equals(start)) {
                trail.with(name, start, after -> ask(name, filter, records.get(name), after, stretch));
            }
        }
        return trail;
    }

    /**
     * The id of the record in each service, for a record given by its id or its reference; empty if there is none. A service in which it
     * is not found is asked for an id that nothing has, so that it answers with nothing.
     */
    private Map<String, String> records(String subject) {
        if (subject == null) {
            return Map.of();
        }
        if (ID.matcher(subject).matches()) {
            return Map.of("funding", subject, "infrastructure", subject);
        }
        var inFunding = Services.funding(() -> named(funding, FundingKind.values(), subject));
        var inInfrastructure =
                Services.infrastructure(() -> named(infrastructure, InfrastructureKind.values(), subject));
        return inFunding == null && inInfrastructure == null
                ? Map.of()
                : Map.of(
                        "funding", inFunding == null ? NOTHING : inFunding,
                        "infrastructure", inInfrastructure == null ? NOTHING : inInfrastructure);
    }

    /** The id of the first that is called so, of the kinds that people call something; asked for one after the other. */
    private static String named(Records records, Kind[] kinds, String reference) {
        return Stream.of(kinds)
                .filter(kind -> kind.about().namedBy() != null)
                .flatMap(kind -> records.named(kind.room(), Map.of(kind.about().namedBy(), reference)).items().stream())
                .map(found -> String.valueOf(found.get("id")))
                .findFirst()
                .orElse(null);
    }

    private Page<Entry> ask(String service, Filter filter, String subject, String after, int limit) {
        var from = filter.days().fromDay();
        var to = filter.days().toDay();
        var records = service.equals("funding") ? funding : infrastructure;
        return Services.ask(
                service + "-service",
                () -> records.entries(after, limit, subject, filter.actor(), filter.action(), from, to, "desc")
                        .await()
                        .indefinitely());
    }

    /**
     * Every entry of the filter in the order of the page, one line per changed field, with everything that the entry says. It is written
     * while it is read, stretch by stretch, so that its length does not matter; if a service fails meanwhile the file breaks off and the
     * browser says so.
     */
    @GET
    @Path("/entries.csv")
    @Produces("text/csv")
    public Response csv(
            @QueryParam("service") String service,
            @QueryParam("subject") String subject,
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        var filter = new Filter(service, subject, actor, action, from, to, null);
        filter.days().checked();
        var records = records(filter.subject());
        var trail = filter.subject() != null && records.isEmpty() ? new Trail() : trail(filter, records, STRETCH);
        var first = trail.next(); // what is refused is refused before anything was sent
        var language = view.language();
        StreamingOutput lines = out -> {
            var csv = new EntriesCsv(out, language);
            for (var line = first; line != null; line = trail.next()) {
                csv.write(line);
            }
            csv.end();
        };
        return Response.ok(lines, "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"audit-trail.csv\"")
                .build();
    }
}
