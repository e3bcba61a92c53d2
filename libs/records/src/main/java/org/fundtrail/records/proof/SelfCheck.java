package org.fundtrail.records.proof;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.common.Time;
import org.fundtrail.records.SystemWork;
import org.jboss.logging.Logger;

/** Works on the checks that are asked for, and asks for one every night. Any number of instances: each check is one's. */
@ApplicationScoped
class SelfCheck {
    private static final Logger LOG = Logger.getLogger(SelfCheck.class);
    private static final Duration SAY_SO_EVERY = Duration.ofSeconds(1);
    /** Whose work it is where nobody asked: of no institution that people work for. */
    private static final String INSTITUTION = "Fundtrail";

    private final AgroalDataSource database;
    private final Verifications verifications;
    private final KeptFindings findings;
    private final SystemWork works;
    private final Time time;
    private final String schema;
    private final Optional<LocalTime> nightlyAt;

    SelfCheck(
            AgroalDataSource database,
            Verifications verifications,
            KeptFindings findings,
            SystemWork works,
            Time time,
            @ConfigProperty(name = "quarkus.hibernate-orm.database.default-schema") String schema,
            @ConfigProperty(name = "fundtrail.verify-at") Optional<LocalTime> nightlyAt) {
        this.database = database;
        this.verifications = verifications;
        this.findings = findings;
        this.works = works;
        this.time = time;
        this.schema = schema;
        this.nightlyAt = nightlyAt;
    }

    /** Once a day, by the first instance that notices the hour; later where none ran then. */
    @Scheduled(every = "1m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void askEveryNight() {
        var now = LocalDateTime.ofInstant(time.now(), Time.VILNIUS);
        if (nightlyAt.isPresent() && !now.toLocalTime().isBefore(nightlyAt.get())) {
            works.once("clock", INSTITUTION, "verification/" + now.toLocalDate(), by -> verifications.ask("", by));
        }
    }

    @Scheduled(every = "${fundtrail.verify-every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        var taken = verifications.take(time.now());
        if (taken != null) {
            check(taken);
        }
    }

    private void check(UUID id) {
        var found = new Findings();
        RecordCheck.Checked checked = null;
        try {
            checked = checked(id, found);
        } catch (SQLException | RuntimeException e) {
            LOG.error("The check of the record did not come to its end", e);
        }
        findings.keep(id, found.kept(), time.now()); // also of a check that something in the tables broke off
        verifications.end(id, checked, found.count(), time.now());
        if (found.count() > 0) {
            LOG.errorf(
                    "%d places of the record are not as its entries say: see the findings of check %s",
                    found.count(), id);
        }
    }

    private RecordCheck.Checked checked(UUID id, Findings found) throws SQLException {
        try (var connection = database.getConnection()) {
            OneMoment.begin(connection);
            try {
                var tables = ProvedTables.of(connection, schema);
                return new RecordCheck(tables).run(connection, found, new Told(id, total(connection)));
            } finally {
                OneMoment.end(connection);
            }
        }
    }

    /** Each entry is looked at in the log, and with its record. */
    private static long total(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT 2 * count(*) FROM journal.entry");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Tells about once a second how far it has come. */
    private final class Told implements Progress {
        private final UUID id;
        private final long total;
        private long done;
        private long toldAt = System.nanoTime();

        Told(UUID id, long total) {
            this.id = id;
            this.total = total;
            verifications.alive(id, 0, total, time.now());
        }

        @Override
        public void entry() {
            done++;
            if (done == total || System.nanoTime() - toldAt > SAY_SO_EVERY.toNanos()) {
                toldAt = System.nanoTime();
                verifications.alive(id, done, total, time.now());
            }
        }
    }
}
