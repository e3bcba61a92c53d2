package org.fundtrail.gateway.approval;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.gateway.page.FundingClient;
import org.fundtrail.gateway.page.FundingClient.Approvals;
import org.fundtrail.gateway.page.FundingClient.Waiting;
import org.fundtrail.gateway.page.InfrastructureClient;
import org.fundtrail.gateway.page.ServiceDown;
import org.fundtrail.gateway.page.Services;
import org.fundtrail.gateway.page.View;

/** What waits for a second person, in both services. */
@Path("/approvals")
@Produces(MediaType.TEXT_HTML)
public class ApprovalPages {
    private static final List<String> TYPES = List.of("allocation", "receipt", "commitment", "contract", "baseline");
    private static final int MOST = 1000;

    @CheckedTemplate(basePath = "approval")
    static class Templates {
        static native TemplateInstance list(List<Group> groups, int mine, List<String> down);
    }

    /** Records of one type. */
    public record Group(String type, List<Waiting> waiting) {}

    private final FundingClient funding;
    private final InfrastructureClient infrastructure;
    private final View view;

    ApprovalPages(@RestClient FundingClient funding, @RestClient InfrastructureClient infrastructure, View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    @GET
    public Response list() {
        var waiting = new ArrayList<Waiting>();
        var down = new ArrayList<String>();
        try {
            waiting.addAll(all((after, limit) -> Services.funding(() -> funding.approvals(after, limit))));
        } catch (ServiceDown e) {
            down.add(e.service());
        }
        try {
            waiting.addAll(
                    all((after, limit) -> Services.infrastructure(() -> infrastructure.approvals(after, limit))));
        } catch (ServiceDown e) {
            down.add(e.service());
        }
        var groups = TYPES.stream()
                .map(type -> new Group(
                        type,
                        waiting.stream().filter(w -> w.type().equals(type)).toList()))
                .filter(group -> !group.waiting().isEmpty())
                .toList();
        int mine = (int) waiting.stream().filter(Waiting::mayDecide).count();
        return view.show(Templates.list(groups, mine, down));
    }

    private static List<Waiting> all(BiFunction<String, Integer, Approvals> ask) {
        var all = new ArrayList<Waiting>();
        String after = null;
        do {
            var page = ask.apply(after, 200);
            all.addAll(page.items());
            after = page.next();
        } while (after != null && all.size() < MOST);
        return all;
    }
}
