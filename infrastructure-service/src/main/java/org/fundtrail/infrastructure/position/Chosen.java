package org.fundtrail.infrastructure.position;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Moments;
import org.fundtrail.journal.Versions;

/**
 * Which estimates were chosen at a moment, and when there was first something of a project: out of the versions of approved baselines and
 * contracts.
 *
 * @param choices by owner, the newest first
 * @param firsts by project, the day of its first baseline or contract
 */
record Chosen(Map<UUID, List<Versions.Version>> choices, Map<UUID, LocalDate> firsts) {

    static Chosen read(Versions versions, Moments.Moment moment) {
        var baselines = versions.approved("baseline", moment);
        var estimates = new HashMap<UUID, Versions.Version>();
        versions.of(baselines.stream().map(b -> b.id("estimateId")).toList(), moment)
                .forEach(e -> estimates.put(e.record(), e));
        var choices = new HashMap<UUID, List<Versions.Version>>();
        var firsts = new HashMap<UUID, LocalDate>();
        baselines.stream()
                .sorted(Comparator.comparingInt(
                        (Versions.Version b) -> -b.facts().path("n").intValue()))
                .forEach(b -> {
                    var estimate = estimates.get(b.id("estimateId"));
                    choices.computeIfAbsent(b.id("owner.id"), owner -> new java.util.ArrayList<>())
                            .add(estimate);
                    firsts.merge(b.id("owner.id"), LocalDate.parse(estimate.text("date")), Chosen::earlier);
                });
        versions.approved("contract", moment)
                .forEach(c -> firsts.merge(c.id("projectId"), LocalDate.parse(c.text("signedOn")), Chosen::earlier));
        return new Chosen(choices, firsts);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** What counted as of a day: of the approved choices of an estimate made by then, the one approved last; null where there is none. */
    Versions.Version asOf(UUID owner, LocalDate day) {
        return choices.getOrDefault(owner, List.of()).stream()
                .filter(e -> !LocalDate.parse(e.text("date")).isAfter(day))
                .findFirst()
                .orElse(null);
    }

    /** The earlier of this day and that on which there was first something of the project. */
    LocalDate earliest(UUID project, LocalDate day) {
        return firsts.containsKey(project) ? earlier(firsts.get(project), day) : day;
    }
}
