package org.fundtrail.gateway.frame;

import java.util.function.Supplier;
import org.fundtrail.common.Decision;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;

/**
 * Something that is done by a short form on the page of a record.
 *
 * @param service to which it is told
 * @param page where it leads when it is done, once that is needed
 * @param done what that page says, such as {@code WITHDRAWN}
 * @param title the key of what stands over the form where it has to stand alone, because the service is away
 * @param asked what it asks
 * @param isKept whether what was typed is kept as a draft until it is taken
 */
public record ShortStep(
        String service, Supplier<String> page, String done, String title, Fields<?> asked, boolean isKept) {
    static final Fields<Decision> DECISION = Fields.of(
            Decision.class,
            "decision",
            Field.radios("outcome", "outcome", Decision.Outcome.values()),
            Field.area("reason"));
    public static final Fields<Decision> REASON = DECISION.without("outcome");
    public static final Fields<Decision> NOTHING = REASON.without("reason");

    /** On the page of a record that has one of its own. */
    public static ShortStep on(RecordPage page, String id, String done, String title, Fields<?> asked) {
        var kind = page.kind();
        return new ShortStep(Kinds.service(kind), () -> "/" + kind.room() + "/" + id, done, title, asked, true);
    }
}
