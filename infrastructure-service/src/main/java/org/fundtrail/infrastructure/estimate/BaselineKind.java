package org.fundtrail.infrastructure.estimate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.api.estimate.BaselineView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Life;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/** Choices of baseline wait for an approver; the amount is gross. */
@ApplicationScoped
class BaselineKind implements RecordKind {
    private final Baselines baselines;
    private final Steps steps;
    private final Persons persons;
    private final Time time;

    BaselineKind(Baselines baselines, Steps steps, Persons persons, Time time) {
        this.baselines = baselines;
        this.steps = steps;
        this.persons = persons;
        this.time = time;
    }

    @Override
    public String type() {
        return "baseline";
    }

    @Override
    public Step[] steps() {
        return BaselineStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(baselines.find(id, reader), reader);
    }

    BaselineView view(Baseline baseline, Caller reader) {
        return views(List.of(baseline), reader).get(baseline.id());
    }

    /** What is shown of them, by id: a few questions for the whole list. */
    Map<UUID, BaselineView> views(Collection<Baseline> all, Caller reader) {
        var lives = steps.of(all.stream().map(Baseline::id).toList());
        var owners = all.stream().map(b -> b.parent().id()).collect(Collectors.toSet());
        var counting = baselines.counting(owners, time.today());
        var proposed = baselines.proposed(owners);
        var views = new HashMap<UUID, BaselineView>();
        for (var b : all) {
            var now = counting.get(b.parent().id());
            var counts = now != null && now.id().equals(b.estimate().id());
            var estimate =
                    b.estimate().view(counts, proposed.containsKey(b.parent().id()), persons, reader);
            views.put(b.id(), b.view(estimate, lives.getOrDefault(b.id(), Life.NEW), persons, reader));
        }
        return views;
    }

    @Override
    public String waiting() {
        return """
                SELECT 'baseline' AS type, r.id, e.name AS reference, r.owner_type AS parent_type, r.owner_id AS parent_id,
                    r.owner_reference AS parent_reference, e.gross AS amount, e.currency, r.institution, r.recorded_by, r.recorded_at,
                    r.status, r.reason AS purpose
                FROM infrastructure.baseline r JOIN infrastructure.estimate e ON e.id = r.estimate_id""";
    }
}
