package org.fundtrail.funding.register;

import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.records.Foreign;

/** A question to infrastructure-service: asked before a transaction, never inside one. */
final class Asked {
    private Asked() {}

    /** @param absent what is said where there is no such record, or where the asker does not see it */
    static <T> T of(Supplier<T> question, Refusal absent) {
        try {
            return question.get();
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404 && absent != null) {
                throw e.getResponse().getHeaderString(Foreign.HEADER) == null ? absent : new Foreign(absent);
            }
            throw unavailable();
        } catch (ProcessingException | VertxException e) { // the second where it broke off in the middle of its answer
            throw unavailable();
        }
    }

    /** The same where nothing can be absent. */
    static <T> T of(Supplier<T> question) {
        return of(question, null);
    }

    private static Refusal unavailable() {
        return Refusal.of(InputRule.UNAVAILABLE, "service", "infrastructure-service");
    }
}
