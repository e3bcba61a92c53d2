package org.fundtrail.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.quarkus.security.spi.runtime.AuthorizationFailureEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.SizeRotatingFileHandler;

/**
 * Sign-ins, sign-outs, refusals and exports, one line of JSON each, in the category {@code fundtrail.security} and in a file of its own
 * where one is set. Never a password or a token. What is refused again and again becomes one line with a count each minute, so that
 * noise cannot wash an event out.
 */
@Singleton
class SecurityLog {
    private static final String CATEGORY = "fundtrail.security";
    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final int LONGEST_WORD = 200;
    private static final int KEPT = 10_000;

    @ConfigMapping(prefix = "fundtrail.security-log")
    public interface Config {
        Optional<File> path();

        MemorySize fileSize();

        /** How many older files are kept. */
        int files();

        /** How long repeats are counted before their line is written. */
        @WithDefault("PT1M")
        Duration repeats();
    }

    /** What was refused after the line of the first refusal. */
    private static final class Repeats {
        private final AtomicInteger count = new AtomicInteger();
        private volatile Map<String, Object> last;
    }

    private final InstantSource clock;
    private final ObjectMapper json;
    private final Address address;
    private final Config config;
    private final Cache<List<String>, Repeats> refusals;
    private SizeRotatingFileHandler file;

    SecurityLog(InstantSource clock, ObjectMapper json, Address address, Config config) {
        this.clock = clock;
        this.json = json;
        this.address = address;
        this.config = config;
        this.refusals = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterWrite(config.repeats())
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .removalListener((List<String> kind, Repeats repeats, RemovalCause why) -> count(repeats))
                .build();
    }

    void open(@Observes StartupEvent start) {
        config.path().ifPresent(path -> {
            try {
                Files.createDirectories(path.getAbsoluteFile().getParentFile().toPath());
                file = new SizeRotatingFileHandler(path, true, config.fileSize().asLongValue(), config.files());
                file.setEncoding("UTF-8");
            } catch (IOException e) {
                throw new IllegalStateException("FUNDTRAIL_SECURITY_LOG names no file that can be written: " + path, e);
            }
            file.setFormatter(new PatternFormatter("%m%n"));
            var log = java.util.logging.Logger.getLogger(CATEGORY);
            log.addHandler(file);
            log.setUseParentHandlers(false);
        });
    }

    @PreDestroy
    void close() {
        refusals.invalidateAll();
        if (file != null) {
            var log = java.util.logging.Logger.getLogger(CATEGORY);
            log.removeHandler(file);
            log.setUseParentHandlers(true);
            file.close();
        }
    }

    // ── What is told ──

    void accepted(String user, RoutingContext at) {
        write(line("sign-in-accepted", null, user, at));
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
        write(line("sign-out", null, null, at));
    }

    void sessionsEnded(String subject, RoutingContext at) {
        var line = line("sessions-ended", null, null, at);
        line.put("of", plain(subject));
        write(line);
    }

    void exported(RoutingContext at) {
        write(line("export", null, null, at));
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
        var first = new Repeats();
        var known = refusals.get(
                List.of(event, why, String.valueOf(line.get("user")), String.valueOf(line.get("address"))),
                kind -> first);
        if (known == first) {
            write(line);
        } else {
            known.last = line;
            known.count.incrementAndGet();
        }
    }

    private void count(Repeats repeats) {
        int count = repeats.count.get();
        if (count > 0) {
            var line = new LinkedHashMap<>(repeats.last);
            line.put("count", count);
            write(line);
        }
    }

    private Map<String, Object> line(String event, String why, String user, RoutingContext at) {
        var line = new LinkedHashMap<String, Object>();
        line.put("time", clock.instant().toString());
        line.put("event", event);
        put(line, "why", why);
        var person = at == null ? null : Person.of(at);
        if (person == null) {
            put(line, "user", user);
        } else {
            put(line, "user", person.subject());
            put(line, "issuer", person.issuer());
            put(line, "client", person.client());
        }
        if (at != null) {
            put(line, "address", address.of(at));
            put(line, "method", at.request().method().name());
            put(line, "path", at.normalizedPath());
            put(line, "query", names(at.request().query()));
            put(line, "origin", at.request().getHeader("Origin"));
        }
        return line;
    }

    private static void put(Map<String, Object> line, String name, String value) {
        if (value != null) {
            line.put(name, plain(value));
        }
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

    private void write(Map<String, Object> line) {
        try {
            LOG.info(json.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What somebody typed: nothing that could look like a line or turn one round. */
    private static String plain(String text) {
        var plain = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        return plain.length() > LONGEST_WORD ? plain.substring(0, LONGEST_WORD) + "..." : plain;
    }
}
