package org.fundtrail.gateway.page;

import jakarta.ws.rs.ProcessingException;
import java.util.function.Supplier;

/** Asks a service and says which one it was when there is no answer. */
public final class Services {
    public static final String FUNDING = "funding-service";
    public static final String INFRASTRUCTURE = "infrastructure-service";

    private Services() {}

    public static <T> T funding(Supplier<T> question) {
        return ask(FUNDING, question);
    }

    public static <T> T infrastructure(Supplier<T> question) {
        return ask(INFRASTRUCTURE, question);
    }

    private static <T> T ask(String service, Supplier<T> question) {
        try {
            return question.get();
        } catch (ProcessingException unanswered) {
            throw new ServiceDown(service, unanswered);
        } catch (Refused refused) {
            if (refused.problem().status() == 503 || refused.problem().status() == 502) {
                throw new ServiceDown(service, refused);
            }
            throw refused;
        }
    }
}
