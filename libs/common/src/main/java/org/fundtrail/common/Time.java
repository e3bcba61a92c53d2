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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What time it is, handed in so that tests can set it; a day is a day in Vilnius. */
@ApplicationScoped
public class Time {
    public static final ZoneId VILNIUS = ZoneId.of("Europe/Vilnius");

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
            return () -> InstantSource.system().instant().plus(ahead(file.get()));
        }

        /** How far ahead of the system's the clock is, as the file says it now: {@code P40D} or {@code PT12H}; nothing without the file. */
        private static Duration ahead(Path file) {
            try {
                return Duration.parse(Files.readString(file).strip());
            } catch (NoSuchFileException e) {
                return Duration.ZERO;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
