package org.fundtrail.infrastructure.proposal;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Columns.Sort;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Page;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.value.Part;
import org.fundtrail.common.value.Terms;
import org.fundtrail.infrastructure.project.Projects;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Answer;
import org.fundtrail.records.IfMatch;
import org.fundtrail.records.Listing;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Validation;

/**
 * How requests about proposals of one kind are answered. A resource says its addresses and what its document says of them.
 *
 * @param <P> the record
 * @param <T> what is said of it
 * @param <V> what is answered
 */
public abstract class ProposalApi<P extends Proposed, T extends Record & Terms, V> {
    /** The table of steps, as operations name it. */
    protected static final String STEPS = "org.fundtrail.infrastructure.proposal.ProposalStep ";

    private static final Map<String, Sort> AS_RECORDED = Map.of("recordedAt", Sort.moment("r.recordedAt"));

    private final Class<P> type;
    private final String room;
    private final Proposals<P, T> all;
    private final ProposalKind<P, V> kind;
    private final Projects projects;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;

    /**
     * @param room where they are: {@code budget-changes}
     */
    protected ProposalApi(
            Class<P> type,
            String room,
            Proposals<P, T> all,
            ProposalKind<P, V> kind,
            Projects projects,
            Once once,
            Validation validation,
            SignedIn signedIn) {
        this.type = type;
        this.room = room;
        this.all = all;
        this.kind = kind;
        this.projects = projects;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
    }

    protected Response recorded(UUID project, T terms) {
        return once.answer(by -> {
            var made = all.record(project, Checks.body(terms), by);
            return Answer.created(
                    kind.view(made, by.caller()), "/api/infrastructure/v1/" + room + "/" + made.id(), made);
        });
    }

    protected void validated(UUID project, Part<T> part) {
        validation.of(part, reader -> projects.find(project, reader));
    }

    /** Those of a project, oldest first. */
    protected Page<V> page(UUID project, String after, String limit) {
        var reader = signedIn.caller();
        var listing = Listing.of(type, reader)
                .where(
                        "r.project.id = :project",
                        "project",
                        projects.find(project, reader).id())
                .sorted(AS_RECORDED, null, "recordedAt");
        int most = Page.limit(limit);
        var rows = all.list(listing, after, most);
        var views = kind.views(rows, reader);
        return listing.page(rows, most, one -> views.get(one.id()));
    }

    protected Response shown(UUID id) {
        var reader = signedIn.caller();
        var one = all.find(id, reader);
        return Answer.read(kind.view(one, reader), one);
    }

    protected Response changed(UUID id, String ifMatch, T terms) {
        return taking(by -> all.change(id, IfMatch.required(ifMatch), Checks.body(terms), by));
    }

    protected Response decided(UUID id, String ifMatch, Decision decision) {
        return taking(by -> all.decide(id, IfMatch.optional(ifMatch), Checks.body(decision), by));
    }

    protected Response taken(UUID id, String ifMatch, StepTerms terms) {
        return taking(by -> all.take(id, IfMatch.optional(ifMatch), Checks.body(terms), by));
    }

    private Response taking(Function<Writer, P> step) {
        return once.answer(by -> {
            var one = step.apply(by);
            return Answer.ok(kind.view(one, by.caller()), one);
        });
    }
}
