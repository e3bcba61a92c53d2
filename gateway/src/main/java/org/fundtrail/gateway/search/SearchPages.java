package org.fundtrail.gateway.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.FoundRecord;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Subject;
import org.fundtrail.funding.api.receipt.ReceiptStatus;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Services;

/** One field that finds any record, of both services at once. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
public class SearchPages {
    /** So many of a kind are shown. */
    private static final int MOST = 20;

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance found(String text, List<Group> groups, List<String> down);
    }

    /**
     * What was found of a kind.
     *
     * @param isMore there is more of it than is shown
     */
    public record Group(String type, List<Row> rows, boolean isMore) {
        static Group of(String type, List<FoundRecord> found) {
            return new Group(type, found.stream().limit(MOST).map(Row::of).toList(), found.size() > MOST);
        }

        boolean isMeant() {
            return rows.get(0).record().exact();
        }
    }

    /** A record that was found, its page, and where it stands. */
    public record Row(FoundRecord record, String href, Enum<?> status) {
        static Row of(FoundRecord found) {
            return new Row(
                    found,
                    Links.to(new Subject(found.type(), found.id(), found.reference()), found.parent()),
                    status(found));
        }

        private static Enum<?> status(FoundRecord found) {
            return Stream.<Enum<?>[]>of(ApprovalStatus.values(), ReceiptStatus.values())
                    .flatMap(Stream::of)
                    .filter(status -> status.name().equals(found.status()))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final View view;

    SearchPages(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure, View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    @GET
    public Response search() {
        var text = view.asked("q");
        if (text == null) {
            return view.show(Templates.found("", List.of(), List.of()));
        }
        var both = Uni.combine()
                .all()
                .unis(said(funding.search(text, MOST + 1)), said(infrastructure.search(text, MOST + 1)))
                .asTuple()
                .await()
                .indefinitely();
        var down = new ArrayList<String>();
        if (both.getItem1().isEmpty()) {
            down.add(Services.FUNDING);
        }
        if (both.getItem2().isEmpty()) {
            down.add(Services.INFRASTRUCTURE);
        }
        var found = Stream.of(both.getItem1(), both.getItem2())
                .flatMap(Optional::stream)
                .flatMap(List::stream);
        return view.show(Templates.found(text, groups(found), down));
    }

    /** Nothing of a service that does not answer. */
    private static Uni<Optional<List<FoundRecord>>> said(Uni<List<FoundRecord>> answer) {
        return answer.map(Optional::of).onFailure().recoverWithItem(Optional.empty());
    }

    /** That of which one is called exactly so comes first, else in the order in which readers meet the kinds. */
    private static List<Group> groups(Stream<FoundRecord> found) {
        var order = Kinds.all().map(Kind::type).toList();
        return found
                .collect(Collectors.groupingBy(FoundRecord::type, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(ofType -> Group.of(ofType.getKey(), ofType.getValue()))
                .sorted(Comparator.comparing((Group group) -> !group.isMeant())
                        .thenComparing(group -> order.indexOf(group.type)))
                .toList();
    }
}
