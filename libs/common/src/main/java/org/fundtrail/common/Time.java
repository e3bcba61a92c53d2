package org.fundtrail.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

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
        @Produces
        @jakarta.inject.Singleton
        InstantSource source() {
            return InstantSource.system();
        }
    }
}
