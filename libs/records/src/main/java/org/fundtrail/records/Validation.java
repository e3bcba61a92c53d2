package org.fundtrail.records;

import jakarta.enterprise.context.RequestScoped;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Time;
import org.fundtrail.common.value.Part;
import org.fundtrail.common.value.Values;
import org.fundtrail.journal.Caller;

/** Says before a record is made what is wrong with a part of its terms. Writes nothing, so it needs no idempotency key. */
@RequestScoped
public class Validation {
    /** Where this is asked: at the address where the record is made, and this. */
    public static final String PATH = "/validation";

    private final SignedIn signedIn;
    private final Time time;

    Validation(SignedIn signedIn, Time time) {
        this.signedIn = signedIn;
        this.time = time;
    }

    /** Refuses what is wrong with the fields that were sent. */
    public void of(Part<?> part) {
        signedIn.reader();
        Values.check(Checks.body(part), time.today());
    }

    /** The same for what is to belong to another record, which is refused as it is where the record is made. */
    public void of(Part<?> part, Function<Caller, Recorded> parent) {
        var reader = signedIn.reader();
        Checks.body(part);
        Recorded.own(parent.apply(reader), reader);
        of(part);
    }

    /** The same, and what else is asked of the answers, once nothing is wrong with each. */
    public void of(Part<?> part, Function<Caller, Recorded> parent, Consumer<Caller> besides) {
        of(part, parent);
        besides.accept(signedIn.reader());
    }
}
