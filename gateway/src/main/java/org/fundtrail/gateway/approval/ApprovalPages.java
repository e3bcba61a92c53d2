package org.fundtrail.gateway.approval;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.common.WaitingFilter;
import org.fundtrail.common.WaitingRecord;
import org.fundtrail.common.WaitingRecords;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.ServiceDown;
import org.fundtrail.gateway.services.Services;

/** What waits for a second person, in both services. */
@Path("/approvals")
@Produces(MediaType.TEXT_HTML)
public class ApprovalPages {
    private static final int AT_ONCE = 50;
    /** Further a service does not count. */
    private static final int MOST = 1000;

    @CheckedTemplate(basePath = "approval")
    static class Templates {
        static native TemplateInstance list(
                List<Group> groups, int mine, boolean isMore, List<String> down, String next, Asked asked);
    }

    /** Records of one type. */
    public record Group(String type, List<Row> rows) {}

    /**
     * A record that waits.
     *
     * @param days for so long
     * @param isChosen whether it can be chosen to be decided together with others
     */
    public record Row(WaitingRecord waiting, String href, long days, boolean isChosen) {}

    /** What the list is narrowed by, and what there is to choose from. */
    public record Asked(WaitingFilter filter, List<Option> types, List<Option> sorts) {
        Comparator<WaitingRecord> order() {
            return filter.isByAmount()
                    ? Comparator.comparing(Asked::amount, Comparator.reverseOrder())
                    : Comparator.comparing(WaitingRecord::recordedAt);
        }

        private static BigDecimal amount(WaitingRecord waiting) {
            return waiting.amount() == null ? BigDecimal.ZERO : waiting.amount().amount();
        }

        public boolean isOnlyMine() {
            return filter.isMine();
        }

        public boolean isNarrowed() {
            return filter.type != null || filter.isMine();
        }
    }

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final View view;

    ApprovalPages(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure, View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    /** @param after where the reading of each service goes on, such as {@code funding:x,infrastructure:y} */
    @GET
    public Response list(@QueryParam("after") String after) {
        var asked = asked();
        var waiting = new ArrayList<WaitingRecord>();
        var next = new ArrayList<String>();
        var down = new ArrayList<String>();
        int ofFunding = read(
                "funding",
                after,
                waiting,
                next,
                down,
                (from, limit) -> Services.funding(() ->
                        funding.approvals(asked.filter, from, limit).await().indefinitely()));
        int ofInfrastructure = read(
                "infrastructure",
                after,
                waiting,
                next,
                down,
                (from, limit) -> Services.infrastructure(() -> infrastructure
                        .approvals(asked.filter, from, limit)
                        .await()
                        .indefinitely()));
        waiting.sort(asked.order()); // the group of what comes first stands first
        var groups = waiting.stream()
                .collect(Collectors.groupingBy(WaitingRecord::type, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(ofType -> new Group(
                        ofType.getKey(),
                        ofType.getValue().stream().map(this::row).toList()))
                .toList();
        int mine = ofFunding + ofInfrastructure;
        var isMore = ofFunding >= MOST || ofInfrastructure >= MOST;
        return view.show(
                Templates.list(groups, mine, isMore, down, next.isEmpty() ? null : String.join(",", next), asked));
    }

    private Row row(WaitingRecord waiting) {
        return new Row(
                waiting,
                Links.to(waiting),
                Math.max(0, Duration.between(waiting.recordedAt(), view.now()).toDays()),
                waiting.mayDecide() && !waiting.reversal() && TogetherPages.decides(waiting.type()));
    }

    /** What cannot be asked for is not asked for. */
    private Asked asked() {
        var types = Kinds.all()
                .filter(kind -> kind.about().isDecidedOn())
                .map(Kind::type)
                .toArray(String[]::new);
        var filter = new WaitingFilter();
        filter.type = Stream.of(types)
                .filter(type -> type.equals(view.asked("type")))
                .findFirst()
                .orElse(null);
        filter.mine = view.asked("mine") == null ? null : "true";
        filter.sort = "-amount".equals(view.asked("sort")) ? "-amount" : null;
        return new Asked(
                filter,
                Option.of(view.language(), "type", types),
                Option.of(view.language(), "waiting-sort", "recordedAt", "-amount"));
    }

    /** Reads a page of one service, and says how much of all the reader may decide on. */
    private static int read(
            String service,
            String after,
            List<WaitingRecord> waiting,
            List<String> next,
            List<String> down,
            BiFunction<String, Integer, WaitingRecords> ask) {
        var from = after == null || after.isBlank() ? null : after(service, after);
        try {
            if ("".equals(from)) {
                return (int) ask.apply(null, 1).count(); // read to its end
            }
            var page = ask.apply(from, AT_ONCE);
            waiting.addAll(page.items());
            if (page.next() != null) {
                next.add(service + ":" + page.next());
            }
            return (int) page.count();
        } catch (ServiceDown e) {
            down.add(e.service());
            return 0;
        }
    }

    private static String after(String service, String after) {
        return Stream.of(after.split(","))
                .filter(part -> part.startsWith(service + ":"))
                .map(part -> part.substring(service.length() + 1))
                .findFirst()
                .orElse("");
    }
}
