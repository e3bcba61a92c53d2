package org.fundtrail.gateway.door;

import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.quarkus.security.spi.runtime.AuthorizationFailureEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fundtrail.common.SecurityLines;

/**
 * Sign-ins, sign-outs, refusals and exports, for the security log ({@link SecurityLines}). Never a password or a token. What is refused
 * or asked for again and again becomes one line with a count each minute.
 */
@Singleton
class SecurityLog {
    private final SecurityLines lines;
    private final Address address;

    SecurityLog(SecurityLines lines, Address address) {
        this.lines = lines;
        this.address = address;
    }

    // ── What is told ──

    void accepted(String user, RoutingContext at) {
        lines.write(line("sign-in-accepted", null, user, at));
    }

    /** @param user what was typed as the user name, or null where it no longer matters who was meant */
    void signInRefused(String user, String why, RoutingContext at) {
        refuse("sign-in-refused", why, user, at);
    }

    void sessionRefused(String why, RoutingContext at) {
        refuse("session-refused", why, null, at);
    }

    void requestRefused(String why, RoutingContext at) {
        refuse("request-refused", why, null, at);
    }

    /** A service refused somebody who is signed in: their role or their own record, or a record of another institution. */
    void refusedByService(int status, boolean foreign, RoutingContext at) {
        if (foreign) {
            refuse("access-refused", "foreign", null, at);
        } else if (status == 403) {
            refuse("access-refused", "service", null, at);
        }
    }

    void signedOut(RoutingContext at) {
        fold(line("sign-out", null, null, at));
    }

    void sessionsEnded(String subject, RoutingContext at) {
        var line = line("sessions-ended", null, null, at);
        SecurityLines.put(line, "of", subject);
        lines.write(line);
    }

    void exported(RoutingContext at) {
        fold(line("export", null, null, at));
    }

    void forbidden(@Observes AuthorizationFailureEvent event) {
        var person = Person.of(event.getSecurityIdentity());
        if (person != null) {
            refuse("access-refused", "role", person.subject(), context(event.getEventProperties()));
        }
    }

    void badToken(@Observes AuthenticationFailureEvent event) {
        var at = context(event.getEventProperties());
        if (at != null && at.get(LocalUsers.ATTEMPT) == null) {
            refuse(
                    "sign-in-refused",
                    event.getAuthenticationFailure().getClass().getSimpleName(),
                    null,
                    at);
        }
    }

    void openId(@Observes SecurityEvent event) {
        var identity = event.getSecurityIdentity();
        if (event.getEventType() == SecurityEvent.Type.OIDC_LOGIN) {
            var user = identity.getPrincipal() instanceof JsonWebToken token
                    ? token.getSubject()
                    : identity.getPrincipal().getName();
            accepted(user, identity.getAttribute(RoutingContext.class.getName()));
        }
    }

    private static RoutingContext context(Map<String, Object> properties) {
        return (RoutingContext) properties.get(RoutingContext.class.getName());
    }

    // ── How it is written ──

    private void refuse(String event, String why, String user, RoutingContext at) {
        var line = line(event, why, user, at);
        lines.fold(line, kind(line, "event", "why", "user", "address"));
    }

    /** What somebody may do as often as they like. */
    private void fold(Map<String, Object> line) {
        lines.fold(line, kind(line, "event", "user", "address", "path", "query"));
    }

    private static List<String> kind(Map<String, Object> line, String... names) {
        return Stream.of(names).map(name -> String.valueOf(line.get(name))).toList();
    }

    private Map<String, Object> line(String event, String why, String user, RoutingContext at) {
        var line = lines.line(event);
        SecurityLines.put(line, "why", why);
        var person = at == null ? null : Person.of(at);
        if (person == null) {
            SecurityLines.put(line, "user", user);
        } else {
            SecurityLines.put(line, "user", person.subject());
            SecurityLines.put(line, "issuer", person.issuer());
            SecurityLines.put(line, "client", person.client());
        }
        if (at != null) {
            SecurityLines.put(line, "address", address.of(at));
            SecurityLines.put(line, "method", at.request().method().name());
            SecurityLines.put(line, "path", at.normalizedPath());
            SecurityLines.put(line, "query", names(at.request().query()));
            SecurityLines.put(line, "origin", at.request().getHeader("Origin"));
        }
        return line;
    }

    /** What was asked for, not with which values: those may name people. */
    private static String names(String query) {
        return query == null || query.isEmpty()
                ? null
                : String.join(
                        ",",
                        Arrays.stream(query.split("&"))
                                .map(part -> part.replaceFirst("=.*", ""))
                                .toList());
    }
}
