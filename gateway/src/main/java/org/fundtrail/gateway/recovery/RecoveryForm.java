package org.fundtrail.gateway.recovery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.claim.ClaimDeduction;
import org.fundtrail.funding.api.claim.ClaimStatus;
import org.fundtrail.funding.api.claim.ClaimView;
import org.fundtrail.funding.api.claim.DeductionKind;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.funding.api.recovery.RecoveryFindingView;
import org.fundtrail.funding.api.recovery.RecoveryTerms;
import org.fundtrail.funding.api.recovery.RecoveryView;
import org.fundtrail.gateway.claim.ClaimClient;
import org.fundtrail.gateway.claim.ClaimRecoveries;
import org.fundtrail.gateway.claim.RecoveryClient;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Services;

/** The form of a recovery: of all lines of a paid claim or of one of them, beside what of each can still be recovered. */
@RequestScoped
class RecoveryForm {
    private static final String PAPER = "invoice";
    private static final String QUESTION = "finding.question";
    private static final String LINE = "finding.line";
    private static final Fields<RecoveryTerms> FIELDS = Fields.of(
            RecoveryTerms.class,
            "recovery",
            Field.record("invoice").optional(),
            Field.money("amount"),
            Field.radios("kind", "deduction", DeductionKind.NOT_PROVEN, DeductionKind.NOT_ELIGIBLE)
                    .needed("deductionKind"),
            Field.record("finding.question").optional(),
            Field.record("finding.line").optional(),
            Field.area("reason"));

    @CheckedTemplate(basePath = "recovery")
    static class Templates {
        static native TemplateInstance form(
                ShortForm s, List<Fields.Asked> fields, ClaimView claim, List<ClaimRecoveries.Line> lines, Money left);
    }

    private final ClaimClient claims;
    private final RecoveryClient recoveries;
    private final ClaimRecoveries known;
    private final FormFlow flow;

    RecoveryForm(
            @RestClient ClaimClient claims,
            @RestClient RecoveryClient recoveries,
            ClaimRecoveries known,
            FormFlow flow) {
        this.claims = claims;
        this.recoveries = recoveries;
        this.known = known;
        this.flow = flow;
    }

    /** On a claim that was paid; on a paper of it where the address names one. */
    Recording<?> on(String id) {
        var claim = Lazy.of(() -> claim(id));
        return form(claim, null)
                .on(
                        FundingKind.CLAIM,
                        id,
                        () -> Owner.of(
                                FundingKind.CLAIM, claim.get().id(), claim.get().reference()))
                .of(null) // its address at the service is its own
                .open(() -> claim.get().status() == ClaimStatus.PAID)
                .beginningWith(form -> form.with("kind", DeductionKind.NOT_PROVEN.name())
                        .with(PAPER, flow.view().asked(PAPER)))
                .sending((key, terms) -> recoveries.record(key, terms).id());
    }

    /** Of what came back. */
    Recording<?> changing(String id) {
        var recovery = Lazy.of(() -> recovery(id));
        return form(Lazy.of(() -> claim(recovery.get().claim().id().toString())), UUID.fromString(id))
                .changing(
                        id,
                        () -> recovery.get().reference(),
                        () -> said(recovery(id)),
                        (form, terms) -> recoveries.change(id, DecisionForm.version(form), form.key(), terms))
                .open(() -> recovery.get().actions().contains("change"));
    }

    /** As it would be said again: of one paper where it is of one line. */
    private record Said(
            UUID invoice, Money amount, DeductionKind kind, RecoveryFindingView finding, String reason, int version) {}

    private static Said said(RecoveryView now) {
        var lines = now.lines();
        return new Said(
                lines.size() == 1 ? lines.get(0).item() : null,
                now.amount(),
                now.kind(),
                now.finding(),
                now.reason(),
                now.version());
    }

    private Recording<RecoveryTerms> form(Supplier<ClaimView> claim, UUID but) {
        var lines = Lazy.of(() -> known.lines(claim.get(), but));
        return flow.of(FundingKind.RECOVERY, FIELDS)
                .by("funding-officer")
                .telling(form -> Map.of("claim", claim.get().id().toString()))
                .offering(() -> Map.of(
                        PAPER, papers(lines.get()), QUESTION, questions(claim.get()), LINE, deducted(lines.get())))
                .noting((form, terms) -> mustBeLeft(form, terms, lines.get()))
                .shownAs((s, fields) ->
                        Templates.form(s, asked(fields), claim.get(), lines.get(), ClaimRecoveries.left(lines.get())));
    }

    /** Of a claim without findings none is asked for. */
    private static List<Fields.Asked> asked(List<Fields.Asked> fields) {
        return fields.stream()
                .filter(field -> !List.of(QUESTION, LINE).contains(field.name())
                        || field.choice().of() > 0)
                .toList();
    }

    private static List<Option> questions(ClaimView claim) {
        return claim.checklist() == null
                ? List.of()
                : claim.checklist().answers().stream()
                        .filter(answer -> answer.finding() != null)
                        .map(answer -> new Option(
                                String.valueOf(answer.question()), answer.question() + ". " + answer.finding()))
                        .toList();
    }

    private static List<Option> deducted(List<ClaimRecoveries.Line> lines) {
        return lines.stream()
                .map(ClaimRecoveries.Line::line)
                .filter(line -> !line.deductions().isEmpty())
                .map(line -> new Option(
                        String.valueOf(line.line()),
                        line.line() + ". "
                                + line.deductions().stream()
                                        .map(ClaimDeduction::reason)
                                        .collect(Collectors.joining("; "))))
                .toList();
    }

    private List<Option> papers(List<ClaimRecoveries.Line> lines) {
        var language = flow.view().language();
        return lines.stream()
                .filter(line -> line.item() != null)
                .map(line -> new Option(
                        line.item().id().toString(),
                        line.item().number() + " (" + language.money(line.left()) + ")",
                        line.left().isPositive() ? null : Words.of(language, "nothing_to_recover")))
                .toList();
    }

    /** Said where it is typed, before the answers are checked: the service would say it when it is recorded. */
    private static void mustBeLeft(Form form, RecoveryTerms terms, List<ClaimRecoveries.Line> lines) {
        var left = ClaimRecoveries.left(lines.stream()
                .filter(line -> terms.invoice() == null
                        || line.item() != null && line.item().id().equals(terms.invoice()))
                .toList());
        if (terms.amount().compareTo(left) > 0) {
            form.refuse(
                    "amount",
                    "problem.exceeds-recoverable",
                    "available",
                    left.toString(),
                    "amount",
                    terms.amount().toString());
        }
    }

    private ClaimView claim(String id) {
        return Services.funding(() -> claims.read(id));
    }

    private RecoveryView recovery(String id) {
        return Services.funding(() -> recoveries.read(id));
    }
}
