package org.fundtrail.infrastructure.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Life;
import org.fundtrail.records.RecordKind;
import org.fundtrail.records.Step;
import org.fundtrail.records.Steps;

/**
 * A kind of proposals: they wait for an approver.
 *
 * @param <P> the record
 * @param <V> what is shown of it
 */
public abstract class ProposalKind<P extends Proposed, V> implements RecordKind {
    private final Proposals<P, ?> all;
    private final Steps steps;
    private final Persons persons;

    /** For proxies, which pass everything on. */
    protected ProposalKind() {
        this(null, null, null);
    }

    protected ProposalKind(Proposals<P, ?> all, Steps steps, Persons persons) {
        this.all = all;
        this.steps = steps;
        this.persons = persons;
    }

    /** One as its reader sees it. */
    protected abstract V view(P one, Life life, Persons persons, Caller reader);

    @Override
    public Step[] steps() {
        return ProposalStep.values();
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return view(all.find(id, reader), reader);
    }

    public V view(P one, Caller reader) {
        return views(List.of(one), reader).get(one.id());
    }

    /** What is shown of them, by id. */
    public Map<UUID, V> views(Collection<P> of, Caller reader) {
        return steps.views(of, (one, life) -> view(one, life, persons, reader));
    }
}
