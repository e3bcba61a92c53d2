package org.fundtrail.gateway.services;

import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.fundtrail.common.InputRule;

/** Asks a service and says which one it was when there is no answer. */
public final class Services {
    public static final String FUNDING = "funding-service";
    public static final String INFRASTRUCTURE = "infrastructure-service";

    /** What is no outage: the service is there and records nothing, for a reason that whoever asks is told. */
    private static final Set<String> STANDS =
            Set.of(InputRule.HISTORY_ROLLED_BACK.code(), InputRule.KEPT_CHECKPOINT_MISSING.code());

    private Services() {}

    public static <T> T ask(String service, Supplier<T> question) {
        return ask(service, false, question);
    }

    public static <T> T funding(Supplier<T> question) {
        return ask(FUNDING, false, question);
    }

    public static <T> T infrastructure(Supplier<T> question) {
        return ask(INFRASTRUCTURE, false, question);
    }

    /** Asks a service to refuse what it would not record. */
    public static void validate(String service, Runnable question) {
        ask(service, false, () -> {
            question.run();
            return null;
        });
    }

    /** Sends what is to be recorded: without an answer nobody knows whether it was, unless the service was not there at all. */
    public static <T> T send(String service, Supplier<T> request) {
        return ask(service, true, request);
    }

    private static <T> T ask(String service, boolean isWrite, Supplier<T> question) {
        try {
            return question.get();
        } catch (ProcessingException
                | HttpClosedException
                | CompletionException
                        unanswered) { // the second in the middle of an answer, the third of one that was awaited
            throw new ServiceDown(service, isWrite && !isUnconnected(unanswered), unanswered);
        } catch (Refused refused) {
            if (STANDS.contains(refused.problem().code())) {
                throw refused;
            }
            if (refused.problem().status() == 503 || refused.problem().status() == 502) {
                var isUnknown = InputRule.OUTCOME_UNKNOWN
                        .code()
                        .equals(refused.problem().code());
                throw new ServiceDown(
                        service, isWrite && (isUnknown || refused.problem().status() == 502), refused);
            }
            throw refused;
        }
    }

    private static boolean isUnconnected(Throwable unanswered) {
        for (var cause = unanswered; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }
}
