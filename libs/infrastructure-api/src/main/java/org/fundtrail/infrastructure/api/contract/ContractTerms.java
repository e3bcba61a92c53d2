package org.fundtrail.infrastructure.api.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Across;
import org.fundtrail.common.value.Amount;
import org.fundtrail.common.value.Day;
import org.fundtrail.common.value.Rate;
import org.fundtrail.common.value.Reference;
import org.fundtrail.common.value.Terms;
import org.fundtrail.common.value.Text;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;

@Schema(name = "NewContract", description = "What a contract says: sent to record it, and whole again to change it")
public record ContractTerms(
        @NotNull
        @Reference(max = 100)
        @Schema(description = "Unique in the institution", examples = "LT-BARRIER-2021-TETAS-1")
        String reference,

        @NotNull @Valid Contractor contractor,

        @NotNull @Amount @Schema(description = "Its worth without VAT, in EUR")
        Money net,

        @NotNull
        @Rate
        @Schema(
                description = "VAT on it, between 0 and 1, at most six decimals",
                implementation = String.class,
                examples = "0.21")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal vatRate,

        @NotNull
        @Day(happened = true)
        @Schema(description = "Not in the future; the effective date of the contract", examples = "2021-09-13")
        LocalDate signedOn,

        @NotNull @Day @Schema(description = "When the work is due; not before it was signed", examples = "2022-04-30")
        LocalDate dueOn,

        @Text(max = 200)
        @Schema(
                description =
                        "Id or name of the cost line of the project to which it belongs, if any; lines of the schedule may name others",
                examples = "0199a1b2-3c4d-7e5f-8a9b-0c1d2e3f4a5b")
        String costLine,

        @Size(max = 500)
        @Schema(
                description =
                        "Schedule of values: its lines come to the net worth. Without one it is one line 1 of the whole")
        List<@NotNull @Valid ScheduleLine> schedule,

        @Valid @Schema(description = "How it is certified; without them acceptance may be kept elsewhere")
        CertificationTerms terms)
        implements Terms {

    /** Where no contractor was sent, what has to be said of it is missing. */
    public ContractTerms {
        contractor = contractor == null ? new Contractor(null, null) : contractor;
    }

    @Override
    public List<Across> across() {
        return List.of(dueOnceSigned(), eachLineOnce(), linesComeToNet(), advanceWithinNet());
    }

    /** Whether its lines are given: null and none are the same. */
    public boolean hasSchedule() {
        return schedule != null && !schedule.isEmpty();
    }

    private boolean linesCanBeRead() {
        return hasSchedule() && schedule.stream().allMatch(line -> line != null && line.hasPrice());
    }

    private Across eachLineOnce() {
        var names = new HashSet<String>();
        var twice = linesCanBeRead()
                ? schedule.stream()
                        .map(ScheduleLine::line)
                        .filter(line -> !names.add(line))
                        .findFirst()
                : Optional.<String>empty();
        return new Across(
                List.of("schedule"),
                twice.isEmpty(),
                Refusal.Finding.of(InfrastructureRule.LINE_TWICE, "schedule", "line", twice.orElse("")));
    }

    private Across linesComeToNet() {
        var sum = linesCanBeRead()
                ? schedule.stream().map(ScheduleLine::worth).reduce(BigDecimal.ZERO, BigDecimal::add)
                : null;
        return new Across(
                List.of("schedule", "net"),
                net == null || sum == null || sum.compareTo(net.amount()) == 0,
                Refusal.Finding.of(
                        InfrastructureRule.SCHEDULE_NOT_NET,
                        "schedule",
                        "sum",
                        sum == null ? "" : sum.toPlainString(),
                        "net",
                        net == null ? "" : net.amount().toPlainString()));
    }

    private Across advanceWithinNet() {
        var advance = terms == null ? null : terms.advance();
        return new Across(
                List.of("terms.advance", "net"),
                advance == null || net == null || advance.amount().compareTo(net.amount()) <= 0,
                Refusal.Finding.of(InfrastructureRule.ADVANCE_ABOVE_NET, "terms.advance", "net", String.valueOf(net)));
    }

    private Across dueOnceSigned() {
        return new Across(
                List.of("signedOn", "dueOn"),
                signedOn == null || dueOn == null || !dueOn.isBefore(signedOn),
                Refusal.Finding.of(InputRule.END_BEFORE_START, "dueOn", "start", String.valueOf(signedOn)));
    }
}
