package org.fundtrail.gateway.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionPage;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.ShortDrafts;
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
        static native TemplateInstance together(
                List<Chosen> chosen, List<Answer> answers, int all, String rest, boolean kept, Form form);

        static native TemplateInstance answers(List<Answer> answers);
    }

    /**
     * A record to decide on.
     *
     * @param n its place on the page, under which its fields are called
     * @param isOfReversal whether what waits is its reversal, which is decided on its own page
     * @param judged what needs judgement, looked up where it is shown
     */
    public record Chosen(
            int n,
            Kind kind,
            String id,
            String reference,
            String purpose,
            Money amount,
            int version,
            boolean isOfReversal,
            Supplier<List<Check>> judged) {
        public List<Check> checks() {
            return judged.get();
        }

        public String href() {
            return "/" + kind.room() + "/" + id;
        }

        /** Where its own page sends what is decided on it. */
        String decidedAt() {
            return href() + "/decision";
        }

        public String named() {
            return kind.type() + ":" + id;
        }
    }

    /** What was decided on one. */
    public record Answer(Chosen record, String outcome) {}

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final Instance<DecisionPage> pages;
    private final ShortDrafts drafts;
    private final View view;

    TogetherPages(
            @RestClient FundingRecords funding,
            @RestClient InfrastructureRecords infrastructure,
            @Any Instance<DecisionPage> pages,
            ShortDrafts drafts,
            View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.pages = pages;
        this.drafts = drafts;
        this.view = view;
    }

    /** Whether records of this type are approved, returned or rejected; receipts are confirmed and invoices approved one by one. */
    static boolean decides(String type) {
        return Kinds.of(type).filter(TogetherPages::decides).isPresent();
    }

    private static boolean decides(Kind kind) {
        var actions = kind.about().actions();
        return actions.contains("approved") && !actions.contains("matched");
    }

    /** @param records as {@code type:id}; those for which there is no room here are led to */
    @GET
    public Response ask(@QueryParam("record") List<String> records) {
        var all = records.stream().distinct().toList();
        var here = all.subList(0, Math.min(MOST, all.size()));
        var chosen = IntStream.range(0, here.size())
                .mapToObj(n -> chosen(n, here.get(n)))
                .flatMap(Optional::stream)
                .toList();
        var rest = all.stream().skip(MOST).map(Links::encoded).collect(Collectors.joining("&record="));
        return chosen.isEmpty()
                ? View.to("/approvals")
                : view.show(Templates.together(
                        chosen,
                        List.of(),
                        all.size(),
                        rest.isEmpty() ? null : "/approvals/together?record=" + rest,
                        view.asked("kept") != null,
                        begun(chosen)));
    }

    /** With what was typed before of some of them, here or on their own pages. */
    private Form begun(List<Chosen> chosen) {
        var form = Form.empty(view.language());
        for (var one : chosen) {
            var before = drafts.begun(Kinds.service(one.kind), one.decidedAt());
            if (before.has("reason") || before.has("outcome")) {
                form.with("outcome-" + one.n, before.value("outcome")).with("reason-" + one.n, before.value("reason"));
                form.with("key-" + one.n, before.key());
            } else {
                form.with("key-" + one.n, form.key() + "-" + one.id.substring(one.id.length() - 12));
            }
        }
        return form;
    }

    /** Keeps of each of them what was typed, as its own page keeps it: that is not sent yet, or was refused. */
    private void keep(List<Chosen> chosen, Form form) {
        for (var one : chosen) {
            var own = new MultivaluedHashMap<String, String>();
            own.putSingle(Form.KEY, form.value("key-" + one.n));
            own.putSingle("called", one.reference);
            for (var field : List.of("outcome", "reason")) {
                if (form.has(field + "-" + one.n)) {
                    own.putSingle(field, form.value(field + "-" + one.n));
                }
            }
            var isBlank = !own.containsKey("outcome") && !own.containsKey("reason");
            var its = Form.of(own, view.language());
            drafts.keep(Kinds.service(one.kind), its, one.decidedAt(), "your_decision", isBlank);
        }
    }

    private void keepRefused(List<Chosen> chosen, Form form) {
        try {
            keep(chosen, form);
        } catch (Refused | ServiceDown notKept) {
            return; // why it was refused is said all the same
        }
    }

    /** What is not taken stays on the page, with its reason and why. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(MultivaluedMap<String, String> sent) {
        var form = view.form(sent);
        var chosen = IntStream.range(0, MOST)
                .filter(n -> sent.getFirst("record-" + n) != null)
                .mapToObj(n -> chosen(n, sent.getFirst("record-" + n)))
                .flatMap(Optional::stream)
                .toList();
        if (form.has(Form.KEEP)) {
            keep(chosen, form);
            return View.to("/approvals/together?"
                    + chosen.stream()
                            .map(one -> "record=" + Links.encoded(one.named()))
                            .collect(Collectors.joining("&"))
                    + "&kept=1");
        }
        chosen.forEach(one -> chooseAnew(one, form));
        var decisions = new LinkedHashMap<Chosen, Decision>();
        chosen.forEach(one -> decision(one, form).ifPresent(decision -> decisions.put(one, decision)));
        if (decisions.isEmpty() && !form.isRefused()) {
            form.refuse("outcome-" + chosen.stream().findFirst().map(Chosen::n).orElse(0), "need.outcome");
        }
        var answers = new ArrayList<Answer>();
        if (!form.isRefused()) {
            decisions.forEach((one, decision) -> {
                if (take(one, form, decision)) {
                    answers.add(new Answer(one, decision.outcome().name()));
                }
            });
        }
        if (!form.isRefused()) {
            return view.show(Templates.answers(answers));
        }
        var left = chosen.stream()
                .filter(one -> answers.stream().noneMatch(answer -> answer.record == one))
                .toList();
        keepRefused(left, form);
        return view.show(form, Templates.together(left, answers, left.size(), null, false, form));
    }

    /** What was changed since it was on the screen is chosen anew: nobody decides on what they have not seen. */
    private static void chooseAnew(Chosen one, Form form) {
        if (!form.value("version-" + one.n).equals(String.valueOf(one.version)) && form.has("outcome-" + one.n)) {
            form.without("outcome-" + one.n).refuse("outcome-" + one.n, "need.choice-anew");
        }
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

    /** Under a key of its own, so that sending the page again decides nothing twice; whether it was taken, else the form says why not. */
    private boolean take(Chosen one, Form form, Decision decision) {
        var key = form.value("key-" + one.n);
        try {
            Services.send(
                    Kinds.service(one.kind),
                    () -> records(one.kind).decide(one.kind.room(), one.id, "\"" + one.version + '"', key, decision));
            return true;
        } catch (Refused refused) {
            form.without("outcome-" + one.n)
                    .tell("outcome-" + one.n, Words.refusal(view.language(), refused.problem()));
        } catch (ServiceDown down) { // chosen still: sent again it is decided once
            form.tell("outcome-" + one.n, Words.of(view.language(), "decided.unknown"));
        }
        return false;
    }

    private Optional<Chosen> chosen(int n, String record) {
        int colon = record.indexOf(':');
        return Kinds.of(record.substring(0, Math.max(0, colon)))
                .filter(TogetherPages::decides)
                .map(kind -> read(n, kind, record.substring(colon + 1)))
                .filter(one -> !one.isOfReversal);
    }

    /** Null where no money is on the record. */
    private static Money money(JsonNode amount) {
        return amount.has("amount")
                ? new Money(
                        new BigDecimal(amount.path("amount").asText()),
                        amount.path("currency").asText())
                : null;
    }

    private Chosen read(int n, Kind kind, String id) {
        var record = Kinds.service(kind).equals(Services.FUNDING)
                ? Services.funding(() -> funding.read(kind.room(), id))
                : Services.infrastructure(() -> infrastructure.read(kind.room(), id));
        return new Chosen(
                n,
                kind,
                id,
                first(record, "/reference", "/legalCommitment/reference", "/estimate/name")
                        .asText(),
                first(record, "/purpose", "/project/title/" + view.code(), "/contractor/name", "/title", "/reason")
                        .asText(),
                money(first(record, "/gross", "/estimate/gross", "/amount")),
                record.path("version").asInt(),
                record.path("status").asText().equals(ApprovalStatus.REVERSAL_PROPOSED.name()),
                Lazy.of(() -> judged(kind, id)));
    }

    private List<Check> judged(Kind kind, String id) {
        return pages.stream()
                .filter(page -> page.kind() == kind)
                .flatMap(page -> page.checks(id).stream())
                .filter(check -> !check.isPassed())
                .toList();
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
