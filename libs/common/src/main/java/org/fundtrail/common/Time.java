package org.fundtrail.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What time it is, handed in so that tests can set it; a day is a day in Vilnius. */
@ApplicationScoped
public class Time {
    public static final ZoneId VILNIUS = ZoneId.of("Europe/Vilnius");

    /** How far a clock can be set ahead. */
    private static final Duration FURTHEST = Duration.ofDays(3660);

    private final InstantSource source;

    public Time(InstantSource source) {
        this.source = source;
    }

    /** Now, to the microsecond: what the database keeps. */
    public Instant now() {
        return source.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(source.instant(), VILNIUS);
    }

    /** A day given in a query, today where none is given; refuses what is no day, and the future. */
    public LocalDate dayUpToToday(String text, String field) {
        var day = Checks.day(text, field);
        if (day == null) {
            return today();
        }
        new Checks().happened(day, field, today()).done();
        return day;
    }

    /** The system's clock, the one place it is read. */
    @ApplicationScoped
    static class System {
        private static final Logger LOG = Logger.getLogger(System.class);

        @Produces
        @jakarta.inject.Singleton
        InstantSource source(@ConfigProperty(name = "fundtrail.clock-file") Optional<Path> file) {
            if (file.isEmpty()) {
                return InstantSource.system();
            }
            LOG.warnf("The clock is set by %s: what is recorded now proves nothing about when", file.get());
            var clock = new Ahead(file.get());
            return () -> InstantSource.system().instant().plus(clock.ahead());
        }
    }

    /**
     * How far ahead of the system's the clock is, as a file says it now: {@code P40D} or {@code PT12H}; nothing without the file. While it is
     * being written, and where it says nothing of the kind, what it said last.
     */
    private static final class Ahead {
        private final Path file;
        private volatile Duration last = Duration.ZERO;

        private Ahead(Path file) {
            this.file = file;
        }

        private Duration ahead() {
            try {
                var said = Duration.parse(Files.readString(file).strip());
                last = said.isNegative() || said.compareTo(FURTHEST) > 0 ? last : said;
            } catch (NoSuchFileException e) {
                last = Duration.ZERO;
            } catch (DateTimeParseException e) {
                return last;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return last;
        }
    }
}
