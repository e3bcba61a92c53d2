package org.fundtrail.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.SizeRotatingFileHandler;

/**
 * The security log of a process: one line of JSON for each event, in the category {@code fundtrail.security} and in a file of its own
 * where one is set, with its own size and number of older files. What comes again and again becomes one line with a count, so that noise
 * cannot wash an event out.
 */
@Singleton
public class SecurityLines {
    private static final String CATEGORY = "fundtrail.security";
    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final int LONGEST_WORD = 200;
    private static final int KEPT = 10_000;

    @ConfigMapping(prefix = "fundtrail.security-log")
    public interface Config {
        Optional<File> path();

        /** The size at which a new file begins. */
        @WithDefault("10M")
        MemorySize fileSize();

        /** How many older files are kept. */
        @WithDefault("20")
        int files();

        /** How long repeats are counted before their line is written. */
        @WithDefault("PT1M")
        Duration repeats();
    }

    /** What came after the line of the first. */
    private static final class Repeats {
        private final AtomicInteger count = new AtomicInteger();
        private volatile Map<String, Object> last;
    }

    private final InstantSource clock;
    private final ObjectMapper json;
    private final Config config;
    private final Cache<List<String>, Repeats> repeated;
    private SizeRotatingFileHandler file;

    SecurityLines(InstantSource clock, ObjectMapper json, Config config) {
        this.clock = clock;
        this.json = json;
        this.config = config;
        this.repeated = Caffeine.newBuilder()
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
        sumUp();
        if (file != null) {
            var log = java.util.logging.Logger.getLogger(CATEGORY);
            log.removeHandler(file);
            log.setUseParentHandlers(true);
            file.close();
        }
    }

    /** A line about this event of now, to be filled with {@link #put}. */
    public Map<String, Object> line(String event) {
        var line = new LinkedHashMap<String, Object>();
        line.put("time", clock.instant().toString());
        line.put("event", event);
        return line;
    }

    /** Puts what may come from a stranger into a line; null is left out. */
    public static void put(Map<String, Object> line, String name, String value) {
        if (value != null) {
            line.put(name, plain(value));
        }
    }

    /** Nothing that could look like a line or turn one round. */
    private static String plain(String text) {
        var plain = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        return plain.length() > LONGEST_WORD ? plain.substring(0, LONGEST_WORD) + "..." : plain;
    }

    /** Writes the first line of its kind at once; those that follow soon are one line with their count. */
    public void fold(Map<String, Object> line, List<String> kind) {
        var first = new Repeats();
        var known = repeated.get(kind, unknown -> first);
        if (known == first) {
            write(line);
        } else {
            known.last = line;
            known.count.incrementAndGet();
        }
    }

    /** Writes what was counted until now; what comes next is the first of its kind. */
    public void sumUp() {
        repeated.invalidateAll();
    }

    private void count(Repeats repeats) {
        int count = repeats.count.get();
        if (count > 0) {
            var line = new LinkedHashMap<>(repeats.last);
            line.put("count", count);
            write(line);
        }
    }

    public void write(Map<String, Object> line) {
        try {
            LOG.info(json.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
