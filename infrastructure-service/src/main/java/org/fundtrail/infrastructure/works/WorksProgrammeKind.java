package org.fundtrail.infrastructure.works;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Time;
import org.fundtrail.infrastructure.api.works.WorksProgrammeView;
import org.fundtrail.infrastructure.estimate.Baselines;
import org.fundtrail.infrastructure.estimate.Estimates;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;

/** Works programmes are usable at once. */
@ApplicationScoped
class WorksProgrammeKind implements RecordKind {
    private final WorksProgrammes works;
    private final Baselines baselines;
    private final Estimates estimates;
    private final Persons persons;
    private final Time time;

    WorksProgrammeKind(WorksProgrammes works, Baselines baselines, Estimates estimates, Persons persons, Time time) {
        this.works = works;
        this.baselines = baselines;
        this.estimates = estimates;
        this.persons = persons;
        this.time = time;
    }

    @Override
    public String type() {
        return "works-programme";
    }

    @Override
    public boolean isCorrected() {
        return true;
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(works.find(id, reader), reader);
    }

    WorksProgrammeView view(WorksProgramme works, Caller reader) {
        return views(List.of(works), reader).get(works.id());
    }

    /** What is shown of them, by id: three questions for the whole list. */
    Map<UUID, WorksProgrammeView> views(Collection<WorksProgramme> all, Caller reader) {
        var ids = all.stream().map(WorksProgramme::id).toList();
        var counting = baselines.counting(ids, time.today());
        var proposed = baselines.proposed(ids);
        var estimated = estimates.withEstimates(ids);
        var views = new HashMap<UUID, WorksProgrammeView>();
        for (var w : all) {
            var id = w.id();
            views.put(id, w.view(counting.get(id), proposed.get(id), estimated.contains(id), persons, reader));
        }
        return views;
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'works-programme' AS type, r.id, r.reference, r.title_en AS title, r.title_lt, NULL AS party, NULL AS parent_type,
                    NULL::uuid AS parent_id, NULL AS parent_reference, NULL::numeric AS amount, NULL AS currency, NULL AS status, r.recorded_at
                FROM infrastructure.works_programme r""", "r.reference", List.of(List.of("r.reference", "r.title_en", "r.title_lt")), List.of());
    }
}
