package org.fundtrail.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Xlsx;

/**
 * Nobody who is signed in starves the others: each person and program has so many changes a second, and so many questions that cost a lot,
 * past positions, searches, exports. Kept in this gateway's memory: n gateways allow n times that.
 */
@Singleton
class Limits {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    /** After everybody was asked who they are. */
    private static final int SIGNED_IN = 50;

    @ConfigMapping(prefix = "fundtrail.limits")
    public interface Config {
        /** Changes a second. */
        @WithDefault("200")
        int writes();

        @WithDefault("1000")
        int writesBurst();

        /** Past positions, searches and exports a second. */
        @WithDefault("20")
        int questions();

        @WithDefault("100")
        int questionsBurst();
    }

    /** Past positions, searches, exports. */
    private static final Set<String> COSTLY = Set.of("asOf", "q", "name", "actor", "format");

    private record Kept(String issuer, String subject, String client, boolean writes) {}

    private final Config config;
    private final ErrorAnswers answers;
    private final SecurityLog log;
    private final Cache<Kept, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Limits(Config config, ErrorAnswers answers, SecurityLog log) {
        this.config = config;
        this.answers = answers;
        this.log = log;
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, SIGNED_IN);
    }

    private void limit(RoutingContext at) {
        var person = Person.of(at);
        boolean writes = !SAFE.contains(at.request().method().name());
        if (person == null || !writes && !costsALot(at)) {
            at.next();
            return;
        }
        var bucket = buckets.get(
                new Kept(person.issuer(), person.subject(), person.client(), writes), kept -> bucket(kept.writes));
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        if (taken.isConsumed()) {
            at.next();
            return;
        }
        var seconds = String.valueOf(
                Math.max(1, TimeUnit.NANOSECONDS.toSeconds(taken.getNanosToWaitForRefill() + 999_999_999)));
        log.requestRefused("too-many-requests", at);
        BodyLimit.drain(at.request());
        at.response().putHeader(HttpHeaderNames.RETRY_AFTER, seconds);
        answers.send(at, Problem.from(Refusal.of(DoorRule.TOO_MANY_REQUESTS, "seconds", seconds)))
                .subscribe()
                .with(done -> {}, at::fail);
    }

    private Bucket bucket(boolean writes) {
        int a = writes ? config.writes() : config.questions();
        int burst = writes ? config.writesBurst() : config.questionsBurst();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(a, Duration.ofSeconds(1)))
                .build();
    }

    /** The names are read as the services read them, however they are written. */
    private static boolean costsALot(RoutingContext at) {
        var accept = at.request().getHeader(HttpHeaderNames.ACCEPT);
        var type = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        return at.normalizedPath().endsWith(".csv")
                || at.normalizedPath().endsWith(".xlsx")
                || type.contains("text/csv")
                || type.contains("text/*")
                || type.contains(Xlsx.TYPE)
                || asked(at).anyMatch(name -> COSTLY.contains(name) || name.startsWith("recorded"));
    }

    private static Stream<String> asked(RoutingContext at) {
        try {
            return new QueryStringDecoder(at.request().uri())
                    .parameters().entrySet().stream()
                            .filter(parameter -> parameter.getValue().stream().anyMatch(value -> !value.isBlank()))
                            .map(Map.Entry::getKey);
        } catch (IllegalArgumentException e) {
            return Stream.empty(); // refused further on
        }
    }
}
