package org.fundtrail.funding.position;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;
import org.fundtrail.funding.api.position.AllocationPosition;
import org.fundtrail.funding.api.position.CommittedPosition;
import org.fundtrail.funding.api.position.FundingPositionView;
import org.fundtrail.funding.api.position.PositionProgramme;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Moments;
import org.fundtrail.journal.Versions;

/** Where the aid stands as of a day: what is allocated, received, reserved and committed, and to which projects. */
@ApplicationScoped
class FundingPosition {
    /** A claim never lowers what is committed: it stands further on in the same chain. */
    private static final String[] COMMITTED = {"COMMITTED", "CLAIMED", "REIMBURSED"};

    private static final String[] CLAIMED = {"CLAIMED", "REIMBURSED"};
    private static final String[] REIMBURSED = {"REIMBURSED"};
    private static final String[] RECOVERED = {"RECOVERED", "OFFSET"};

    private static final String[] KINDS = {
        "GRANTED", "RECEIVED", "RESERVED", "COMMITTED", "CLAIMED", "REIMBURSED", "RECEIVABLE", "RECOVERED", "OFFSET"
    };

    private final Balances balances;
    private final Versions versions;
    private final Moments moments;
    private final ProjectReferences references;
    private final RecoveredProjects recovered;
    private final Time time;

    FundingPosition(
            Balances balances,
            Versions versions,
            Moments moments,
            ProjectReferences references,
            RecoveredProjects recovered,
            Time time) {
        this.references = references;
        this.recovered = recovered;
        this.balances = balances;
        this.versions = versions;
        this.moments = moments;
        this.time = time;
    }

    /**
     * Reads all of it at one moment: what is recorded meanwhile is in none of it.
     *
     * @param recorded how many entries to read from, as the query says it; now where none is given
     */
    FundingPositionView asOf(LocalDate day, String recorded, Caller reader) {
        return moments.read(reader, recorded, "recorded", moment -> {
            var then = recovered.byProject(balances.asOf(day, time.today(), moment, KINDS));
            var byAllocation = then.stream().collect(Collectors.groupingBy(Balances.Balance::owner));
            var projects = references.of(then.stream()
                    .map(Balances.Balance::party)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
            var allocations = versions.of(byAllocation.keySet(), moment);
            var names = names(allocations, moment);
            var positions = allocations.stream()
                    .map(allocation -> position(allocation, byAllocation.get(allocation.record()), names, projects))
                    .sorted(Comparator.comparing(AllocationPosition::decisionDate)
                            .thenComparing(AllocationPosition::reference)
                            .thenComparing(a -> a.id().toString()))
                    .toList();
            return new FundingPositionView(day, moment.recorded(), positions);
        });
    }

    /** What programmes are called since they were corrected; an allocation says what its own was called when it was written. */
    private Map<UUID, String> names(List<Versions.Version> allocations, Moments.Moment moment) {
        var programmes = allocations.stream().map(a -> a.id("programmeId")).collect(Collectors.toSet());
        return versions.of(programmes, moment).stream()
                .collect(Collectors.toMap(Versions.Version::record, programme -> programme.text("name")));
    }

    private static AllocationPosition position(
            Versions.Version a,
            List<Balances.Balance> balances,
            Map<UUID, String> names,
            Map<UUID, String> references) {
        var programme = a.id("programmeId");
        var amount = sum(balances, "GRANTED").negate(); // an outside account: what it gave
        var reserved = sum(balances, "RESERVED");
        var committed = sum(balances, COMMITTED);
        return new AllocationPosition(
                a.record(),
                a.text("reference"),
                a.text("purpose"),
                a.text("donor"),
                Fund.valueOf(a.text("programmeFund")),
                new PositionProgramme(
                        programme, a.text("programme"), names.getOrDefault(programme, a.text("programmeName"))),
                LocalDate.parse(a.text("decision.date")),
                Money.eur(amount),
                Money.eur(sum(balances, "RECEIVED")),
                Money.eur(reserved),
                Money.eur(committed),
                Money.eur(sum(balances, CLAIMED)),
                Money.eur(sum(balances, REIMBURSED)),
                Money.eur(sum(balances, "RECEIVABLE")),
                Money.eur(sum(balances, RECOVERED)),
                Money.eur(amount.subtract(reserved).subtract(committed)),
                projects(balances, references));
    }

    private static List<CommittedPosition> projects(List<Balances.Balance> balances, Map<UUID, String> references) {
        var byProject = new HashMap<UUID, List<Balances.Balance>>();
        for (var balance : balances) {
            if (balance.party() != null) {
                byProject
                        .computeIfAbsent(balance.party(), project -> new ArrayList<>())
                        .add(balance);
            }
        }
        return byProject.entrySet().stream()
                .map(e -> new CommittedPosition(
                        e.getKey(),
                        references.get(e.getKey()),
                        Money.eur(sum(e.getValue(), COMMITTED)),
                        Money.eur(sum(e.getValue(), "RESERVED")),
                        Money.eur(sum(e.getValue(), CLAIMED)),
                        Money.eur(sum(e.getValue(), REIMBURSED)),
                        Money.eur(sum(e.getValue(), "RECEIVABLE")),
                        Money.eur(sum(e.getValue(), RECOVERED))))
                .sorted(Comparator.comparing(p -> p.project().toString()))
                .toList();
    }

    private static BigDecimal sum(List<Balances.Balance> balances, String... kinds) {
        return balances.stream()
                .filter(s -> List.of(kinds).contains(s.kind()))
                .map(Balances.Balance::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
