package org.fundtrail.funding.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Findable;
import org.fundtrail.records.RecordKind;

/** Programmes are usable at once; what was recorded wrongly is corrected. */
@ApplicationScoped
class ProgrammeKind implements RecordKind {
    private final Programmes programmes;
    private final Persons persons;

    ProgrammeKind(Programmes programmes, Persons persons) {
        this.programmes = programmes;
        this.persons = persons;
    }

    @Override
    public String type() {
        return "programme";
    }

    @Override
    public boolean isCorrected() {
        return true;
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(programmes.find(id, reader), reader);
    }

    ProgrammeView view(Programme programme, Caller reader) {
        return views(List.of(programme), reader).get(programme.id());
    }

    /** What is shown of them, by id; who corrects none asks for nothing besides. */
    Map<UUID, ProgrammeView> views(Collection<Programme> all, Caller reader) {
        var mine = all.stream()
                .filter(p ->
                        reader.is(Role.FUNDING_OFFICER) && reader.institution().equals(p.institution()))
                .map(Programme::id)
                .toList();
        var used = mine.isEmpty() ? Set.<UUID>of() : programmes.used(mine);
        var views = new HashMap<UUID, ProgrammeView>();
        for (var programme : all) {
            var id = programme.id();
            var corrections = mine.contains(id) ? Programme.corrections(used.contains(id)) : List.<String>of();
            views.put(id, programme.view(corrections, persons));
        }
        return views;
    }

    @Override
    public Findable found() {
        return new Findable("""
                SELECT 'programme' AS type, r.id, r.code AS reference, r.name AS title, NULL AS title_lt, NULL AS party, NULL AS parent_type,
                    NULL::uuid AS parent_id, NULL AS parent_reference, NULL::numeric AS amount, NULL AS currency, NULL AS status, r.recorded_at
                FROM funding.programme r""", "r.code", List.of(List.of("r.code", "r.name")), List.of());
    }
}
