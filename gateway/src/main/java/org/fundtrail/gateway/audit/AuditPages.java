package org.fundtrail.gateway.audit;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.page.EntryView;
import org.fundtrail.gateway.page.FundingClient;
import org.fundtrail.gateway.page.FundingClient.Entry;
import org.fundtrail.gateway.page.InfrastructureClient;
import org.fundtrail.gateway.page.Option;
import org.fundtrail.gateway.page.Services;
import org.fundtrail.gateway.page.View;

/** Every change in both services, who made it and why, newest first. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
public class AuditPages {
    private static final int LENGTH = 30;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String NOTHING = "00000000-0000-0000-0000-000000000000";
    private static final int CSV_STRETCH = 200;
    /** So many rows are written before the file says that it ends there. */
    private static final int CSV_MOST = 20_000;

    private static final String[] ACTIONS = {
        "allocation.recorded",
        "allocation.changed",
        "allocation.approved",
        "allocation.returned",
        "allocation.rejected",
        "receipt.recorded",
        "receipt.confirmed",
        "receipt.refused",
        "commitment.recorded",
        "commitment.changed",
        "commitment.approved",
        "commitment.returned",
        "commitment.rejected",
        "programme.recorded",
        "project.recorded",
        "works-programme.recorded",
        "estimate.recorded",
        "project.baseline-chosen",
        "works-programme.baseline-chosen",
        "contract.recorded",
        "contract.changed",
        "contract.approved",
        "contract.returned",
        "contract.rejected"
    };

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        static native TemplateInstance list(
                List<Day> days,
                int count,
                String next,
                Filter filter,
                boolean isUnknown,
                List<Option> services,
                List<Option> actions);
    }

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

        private static LocalDate day(String value) {
            try {
                return value == null ? null : LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                return null;
            }
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

    private record Read(EntryView view, Entry entry, String service) {}

    private final FundingClient funding;
    private final InfrastructureClient infrastructure;
    private final View view;

    AuditPages(@RestClient FundingClient funding, @RestClient InfrastructureClient infrastructure, View view) {
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
        var records = records(filter.subject());
        var isUnknown = filter.subject() != null && records.isEmpty();
        var pages = new LinkedHashMap<String, Page<Entry>>();
        for (var name : List.of("funding", "infrastructure")) {
            var start = filter.after(name);
            if (filter.wants(name) && !"".equals(start) && !isUnknown) {
                pages.put(name, ask(name, filter, records.get(name), start, LENGTH));
            }
        }
        var merged = new ArrayList<Read>();
        pages.forEach((name, page) -> page.items()
                .forEach(entry ->
                        merged.add(new Read(EntryView.of(entry, name + "-service", view.language()), entry, name))));
        merged.sort(Comparator.comparing((Read read) -> read.entry().recordedAt())
                .thenComparing(read -> read.entry().position())
                .reversed());
        var shown = merged.subList(0, Math.min(LENGTH, merged.size()));
        var days = new LinkedHashMap<LocalDate, List<EntryView>>();
        shown.forEach(read -> days.computeIfAbsent(read.view().day(), day -> new ArrayList<>())
                .add(read.view()));
        return view.show(Templates.list(
                days.entrySet().stream()
                        .map(d -> new Day(d.getKey(), d.getValue()))
                        .toList(),
                shown.size(),
                next(pages, shown, filter),
                filter,
                isUnknown,
                Option.of(view.language(), "service", "funding", "infrastructure"),
                Option.of(view.language(), "action", ACTIONS)));
    }

    /** The positions at which each service goes on: a service of which nothing fitted on this page starts where it did. */
    private static String next(Map<String, Page<Entry>> pages, List<Read> shown, Filter filter) {
        var next = new ArrayList<String>();
        pages.forEach((name, page) -> {
            var mine =
                    shown.stream().filter(read -> read.service().equals(name)).toList();
            if (mine.size() < page.items().size() || page.next() != null) {
                var last = mine.isEmpty()
                        ? filter.after(name)
                        : String.valueOf(mine.get(mine.size() - 1).entry().position());
                next.add(name + ":" + (last == null ? Long.MAX_VALUE : last));
            }
        });
        return next.isEmpty() ? null : String.join(",", next);
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
        var inFunding = first(
                Services.funding(() -> funding.allocations(null, null, null, subject, null, null, null, null, 50))
                        .items()
                        .stream()
                        .filter(a -> subject.equalsIgnoreCase(a.reference()))
                        .map(FundingClient.Allocation::id),
                () -> Services.funding(() -> funding.programmes(subject, null, 50)).items().stream()
                        .filter(p -> subject.equalsIgnoreCase(p.code()))
                        .map(FundingClient.Programme::id));
        var inInfrastructure = first(
                Services.infrastructure(() -> infrastructure.projects(null, null, subject, null, null, 50))
                        .items()
                        .stream()
                        .filter(p -> subject.equalsIgnoreCase(p.reference()))
                        .map(InfrastructureClient.Project::id),
                () -> Stream.concat(
                        Services.infrastructure(() -> infrastructure.worksProgrammes(null, 200)).items().stream()
                                .filter(w -> subject.equalsIgnoreCase(w.reference()))
                                .map(InfrastructureClient.WorksProgramme::id),
                        Services.infrastructure(() -> infrastructure.contracts(null, null, subject, null, 50))
                                .items()
                                .stream()
                                .filter(c -> subject.equalsIgnoreCase(c.reference()))
                                .map(InfrastructureClient.Contract::id)));
        return inFunding == null && inInfrastructure == null
                ? Map.of()
                : Map.of(
                        "funding", inFunding == null ? NOTHING : inFunding,
                        "infrastructure", inInfrastructure == null ? NOTHING : inInfrastructure);
    }

    private static String first(Stream<String> ids, Supplier<Stream<String>> otherwise) {
        return ids.findFirst().or(() -> otherwise.get().findFirst()).orElse(null);
    }

    private Page<Entry> ask(String service, Filter filter, String subject, String after, int limit) {
        var from = Filter.day(filter.from());
        var to = Filter.day(filter.to());
        return service.equals("funding")
                ? Services.funding(
                        () -> funding.entries(after, limit, subject, filter.actor(), filter.action(), from, to, "desc"))
                : Services.infrastructure(() -> infrastructure.entries(
                        after, limit, subject, filter.actor(), filter.action(), from, to, "desc"));
    }

    /** The entries of the filter, one service after the other, one line per changed field. */
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
        var csv = new StringBuilder(
                "\ufeffservice,position,recordedAt,effectiveDate,actor,role,action,subject,sentence,reason,leafHash\r\n");
        var records = records(filter.subject());
        for (var name : List.of("funding", "infrastructure")) {
            if (!filter.wants(name) || filter.subject() != null && records.isEmpty()) {
                continue;
            }
            String after = null;
            int rows = 0;
            do {
                var page = ask(name, filter, records.get(name), after, CSV_STRETCH);
                page.items().forEach(entry -> line(csv, name, entry));
                rows += page.items().size();
                after = page.next() == null ? null : page.next();
            } while (after != null && rows < CSV_MOST);
        }
        return Response.ok(csv.toString(), "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"audit-trail.csv\"")
                .build();
    }

    private static void line(StringBuilder csv, String service, Entry entry) {
        var fields = new Object[] {
            service,
            entry.position(),
            entry.recordedAt(),
            entry.effectiveDate(),
            entry.actor(),
            entry.role(),
            entry.action(),
            entry.subject() == null ? null : entry.subject().reference(),
            entry.sentence(),
            entry.reason(),
            entry.leafHash()
        };
        for (int i = 0; i < fields.length; i++) {
            csv.append(i == 0 ? "" : ",").append(quoted(fields[i]));
        }
        csv.append("\r\n");
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
    private static String quoted(Object value) {
        var text = value == null ? "" : value.toString();
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
