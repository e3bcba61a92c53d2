package org.fundtrail.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sessions that were ended before their time: one by its sign-out, all of a person by an administrator. Kept in a file where one is set, so
 * that a kept cookie opens nothing after a restart either; what is older than the longest session is forgotten.
 */
@Singleton
public class EndedSessions {
    /** No session lasts longer. */
    static final Duration LONGEST = Duration.ofHours(10);

    private static final Logger LOG = Logger.getLogger(EndedSessions.class);

    private final InstantSource clock;
    private final SecurityLog log;
    private final Path file;
    private final List<String> unwritten = new ArrayList<>();
    private final Cache<String, Instant> ended =
            Caffeine.newBuilder().maximumSize(200_000).expireAfterWrite(LONGEST).build();

    EndedSessions(InstantSource clock, DoorConfig config, SecurityLog log) {
        this.clock = clock;
        this.log = log;
        this.file = config.sessionsFile().map(Path::of).orElse(null);
        if (file != null) {
            read();
        }
    }

    /** Ends one session for good. */
    void end(String session) {
        note("session " + Digest.hex(session));
    }

    /**
     * Ends every session of a person that was opened before now; it is in the security log.
     *
     * @param subject of the person's sign-in
     * @param at the request that asks for it
     */
    public void endAll(String subject, RoutingContext at) {
        endAll(subject);
        log.sessionsEnded(subject, at);
    }

    void endAll(String subject) {
        note("subject " + Digest.hex(subject));
    }

    /** Whether the session of this person, opened at that second, was ended. */
    boolean isEnded(String session, String subject, Instant since) {
        var all = ended.getIfPresent("subject " + Digest.hex(subject));
        return ended.getIfPresent("session " + Digest.hex(session)) != null
                || all != null && since.getEpochSecond() <= all.getEpochSecond();
    }

    private synchronized void note(String what) {
        var now = clock.instant();
        ended.put(what, now);
        if (file != null) {
            unwritten.add(line(what, now));
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(
                        file,
                        String.join("", unwritten),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
                unwritten.clear();
            } catch (IOException e) { // its disk is full, say: it is written with the next one
                LOG.errorf(e, "A session is ended, but only until a restart, as %s cannot be written", file);
            }
        }
    }

    private static String line(String what, Instant when) {
        return when.getEpochSecond() + " " + what + "\n";
    }

    /** Takes what may still matter and writes just that again. */
    private void read() {
        try {
            if (!Files.exists(file)) {
                return;
            }
            var oldest = clock.instant().minus(LONGEST).getEpochSecond();
            List<String> kept = Files.readAllLines(file).stream()
                    .filter(line -> line.matches("\\d{1,12} (session|subject) [0-9a-f]{64}"))
                    .filter(line -> Long.parseLong(line.substring(0, line.indexOf(' '))) >= oldest)
                    .toList();
            for (var line : kept) {
                int space = line.indexOf(' ');
                ended.put(line.substring(space + 1), Instant.ofEpochSecond(Long.parseLong(line.substring(0, space))));
            }
            writeAgain(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("FUNDTRAIL_SESSIONS_FILE cannot be read: " + file, e);
        }
    }

    private void writeAgain(List<String> kept) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, kept.stream().map(line -> line + "\n").collect(Collectors.joining()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) { // the longer one serves as well
            LOG.warnf(e, "%s cannot be written", fresh);
        }
    }
}
