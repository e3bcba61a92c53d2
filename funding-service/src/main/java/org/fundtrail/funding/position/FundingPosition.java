package org.fundtrail.funding.position;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fundtrail.common.Money;
import org.fundtrail.common.Time;
import org.fundtrail.funding.allocation.Allocation;
import org.fundtrail.funding.programme.Fund;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Caller;

/** Where the aid stands as of a day: what is allocated, received, reserved and committed, and to which projects. */
@ApplicationScoped
class FundingPosition {
    private final Balances balances;
    private final EntityManager entities;
    private final Time time;

    FundingPosition(Balances balances, EntityManager entities, Time time) {
        this.balances = balances;
        this.entities = entities;
        this.time = time;
    }

    @Schema(
            name = "FundingPosition",
            description = "Where the aid stands as of a day, read from so many recorded entries")
    record View(LocalDate asOf, long recorded, List<AllocationPosition> allocations) {}

    @Schema(description = "An allocation in force: amount = available + reserved + committed")
    record AllocationPosition(
            UUID id,
            String reference,
            String purpose,
            String donor,
            Fund fund,
            ProgrammeRef programme,
            LocalDate decisionDate,
            Money amount,
            Money received,
            Money reserved,
            Money committed,
            Money available,
            List<ProjectPosition> projects) {}

    @Schema(name = "PositionProgramme")
    record ProgrammeRef(UUID id, String code, String name) {}

    @Schema(description = "What of an allocation is reserved for and committed to a project")
    record ProjectPosition(UUID project, Money committed, Money reserved) {}

    View asOf(LocalDate day, Caller reader) {
        var read = balances.asOf(day, time.today(), "GRANTED", "RECEIVED", "RESERVED", "COMMITTED");
        Map<UUID, List<Balances.Standing>> byAllocation =
                read.standings().stream().collect(Collectors.groupingBy(Balances.Standing::owner));
        var positions = new ArrayList<AllocationPosition>();
        for (var allocation : visible(byAllocation.keySet().stream().toList(), reader)) {
            positions.add(position(allocation, byAllocation.get(allocation.id())));
        }
        positions.sort(
                Comparator.comparing(AllocationPosition::decisionDate).thenComparing(AllocationPosition::reference));
        return new View(day, read.recorded(), positions);
    }

    private List<Allocation> visible(List<UUID> ids, Caller reader) {
        return entities.createQuery(
                        "FROM Allocation a JOIN FETCH a.programme WHERE a.id IN :ids AND (:scope IS NULL OR a.institution = :scope)",
                        Allocation.class)
                .setParameter("ids", ids)
                .setParameter("scope", reader.scope())
                .getResultList();
    }

    private static AllocationPosition position(Allocation a, List<Balances.Standing> standings) {
        var amount = sum(standings, "GRANTED").negate(); // an outside account: what it gave
        var reserved = sum(standings, "RESERVED");
        var committed = sum(standings, "COMMITTED");
        var programme = a.programme();
        return new AllocationPosition(
                a.id(),
                a.reference(),
                a.purpose(),
                a.donor(),
                programme.fund(),
                new ProgrammeRef(programme.id(), programme.code(), programme.name()),
                a.decisionDate(),
                Money.eur(amount),
                Money.eur(sum(standings, "RECEIVED")),
                Money.eur(reserved),
                Money.eur(committed),
                Money.eur(amount.subtract(reserved).subtract(committed)),
                projects(standings));
    }

    private static List<ProjectPosition> projects(List<Balances.Standing> standings) {
        var byProject = new HashMap<UUID, List<Balances.Standing>>();
        for (var standing : standings) {
            if (standing.party() != null) {
                byProject
                        .computeIfAbsent(standing.party(), project -> new ArrayList<>())
                        .add(standing);
            }
        }
        return byProject.entrySet().stream()
                .map(e -> new ProjectPosition(
                        e.getKey(),
                        Money.eur(sum(e.getValue(), "COMMITTED")),
                        Money.eur(sum(e.getValue(), "RESERVED"))))
                .sorted(Comparator.comparing(p -> p.project().toString()))
                .toList();
    }

    private static BigDecimal sum(List<Balances.Standing> standings, String kind) {
        return standings.stream()
                .filter(s -> s.kind().equals(kind))
                .map(Balances.Standing::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
