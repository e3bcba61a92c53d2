package org.fundtrail.gateway.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.ServiceDown;
import org.fundtrail.gateway.services.Services;

/** Several records decided on one page: each its own decision and its own answer. */
@Path("/approvals/together")
@Produces(MediaType.TEXT_HTML)
public class TogetherPages {
    /** So many at once. */
    private static final int MOST = 20;

    @CheckedTemplate(basePath = "approval")
    static class Templates {
        static native TemplateInstance together(List<Chosen> chosen, Form form);

        static native TemplateInstance answers(List<Answer> answers);
    }

    /**
     * A record to decide on.
     *
     * @param n its place on the page, under which its fields are called
     */
    public record Chosen(int n, Kind kind, String id, String reference, String purpose, Money amount, int version) {
        public String href() {
            return "/" + kind.room() + "/" + id;
        }

        public String named() {
            return kind.type() + ":" + id;
        }
    }

    /** What became of one: what was decided, or why it was not. */
    public record Answer(Chosen record, String outcome, String refusal) {}

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final View view;

    TogetherPages(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure, View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    /** Whether records of this type are approved, returned or rejected; receipts are confirmed one by one. */
    static boolean decides(String type) {
        return Kinds.of(type).filter(TogetherPages::decides).isPresent();
    }

    private static boolean decides(Kind kind) {
        return kind.about().actions().contains("approved");
    }

    /** @param records as {@code type:id} */
    @GET
    public Response ask(@QueryParam("record") List<String> records) {
        var chosen = chosen(records);
        return chosen.isEmpty()
                ? View.to("/approvals")
                : view.show(Templates.together(chosen, Form.empty(view.language())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var chosen = chosen(IntStream.range(0, MOST)
                .mapToObj(n -> sent.getFirst("record-" + n))
                .filter(Objects::nonNull)
                .toList());
        var decisions = chosen.stream().map(one -> decision(one, form)).toList();
        if (decisions.stream().allMatch(Optional::isEmpty) && !form.isRefused()) {
            form.refuse("outcome-0", "need.outcome");
        }
        if (form.isRefused()) {
            return view.show(form, Templates.together(chosen, form));
        }
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < chosen.size(); i++) {
            var one = chosen.get(i);
            decisions.get(i).map(decision -> answer(one, form, decision)).ifPresent(answers::add);
        }
        return view.show(Templates.answers(answers));
    }

    /** Empty where this one is left for later. */
    private static Optional<Decision> decision(Chosen one, Form form) {
        if (!form.has("outcome-" + one.n)) {
            return Optional.empty();
        }
        var outcome = form.choice("outcome-" + one.n, Decision.Outcome.class);
        var reason = form.optionalText("reason-" + one.n);
        if (reason == null && outcome != null && outcome != Decision.Outcome.APPROVED) {
            form.refuse("reason-" + one.n, "need.reason");
        }
        return Optional.of(new Decision(outcome, reason));
    }

    /** Under a key of its own, so that sending the page again decides nothing twice; on the version that was on the screen. */
    private Answer answer(Chosen one, Form form, Decision decision) {
        var key = form.key() + "-" + one.id.substring(one.id.length() - 12);
        var version = form.value("version-" + one.n).replaceAll("\\D", "");
        try {
            Services.send(
                    Kinds.service(one.kind),
                    () -> records(one.kind).decide(one.kind.room(), one.id, '"' + version + '"', key, decision));
            return new Answer(one, decision.outcome().name(), null);
        } catch (Refused refused) {
            return new Answer(one, null, Words.refusal(view.language(), refused.problem()));
        } catch (ServiceDown down) {
            return new Answer(one, null, Words.of(view.language(), "decided.unknown"));
        }
    }

    private List<Chosen> chosen(List<String> records) {
        var chosen = new ArrayList<Chosen>();
        for (var record : records.stream().distinct().limit(MOST).toList()) {
            int colon = record.indexOf(':');
            var kind = Kinds.of(record.substring(0, Math.max(0, colon))).filter(TogetherPages::decides);
            if (kind.isPresent()) {
                var id = record.substring(colon + 1);
                chosen.add(read(chosen.size(), kind.get(), id));
            }
        }
        return chosen;
    }

    private Chosen read(int n, Kind kind, String id) {
        var record = Kinds.service(kind).equals(Services.FUNDING)
                ? Services.funding(() -> funding.read(kind.room(), id))
                : Services.infrastructure(() -> infrastructure.read(kind.room(), id));
        var amount = first(record, "/gross", "/estimate/gross", "/amount");
        return new Chosen(
                n,
                kind,
                id,
                first(record, "/reference", "/legalCommitment/reference", "/estimate/name")
                        .asText(),
                first(record, "/purpose", "/project/title/" + view.code(), "/contractor/name", "/reason")
                        .asText(),
                new Money(
                        new BigDecimal(amount.path("amount").asText()),
                        amount.path("currency").asText()),
                record.path("version").asInt());
    }

    /** What kinds call differently. */
    private static JsonNode first(JsonNode record, String... paths) {
        return Stream.of(paths)
                .map(record::at)
                .filter(found -> !found.isMissingNode() && !found.isNull())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private Records records(Kind kind) {
        return Kinds.service(kind).equals(Services.FUNDING) ? funding : infrastructure;
    }
}
