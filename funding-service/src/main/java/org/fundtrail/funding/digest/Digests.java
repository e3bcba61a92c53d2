package org.fundtrail.funding.digest;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.funding.api.digest.DigestState;
import org.fundtrail.funding.api.digest.DigestTerms;
import org.fundtrail.funding.api.digest.DigestView;
import org.fundtrail.funding.api.digest.DueDigest;
import org.fundtrail.funding.api.digest.MailLanguage;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Persons;
import org.fundtrail.records.Visit;
import org.jboss.logging.Logger;

/**
 * Who wants the mail digest, where it goes, and what became of it. One row for each person, by which a morning is claimed: so it is sent
 * once, however many processes send.
 */
@ApplicationScoped
class Digests {
    private static final Logger LOG = Logger.getLogger(Digests.class);

    /** From when to when it is sent on a working day: later it is no mail of the morning, and comes the next day. */
    private static final LocalTime FROM = LocalTime.of(7, 0);

    private static final LocalTime UNTIL = LocalTime.of(12, 0);

    /** Who has not been here for so long gets no more, and their address goes: nobody knows any more which roles they have. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_TRIES = 8;

    private final AgroalDataSource database;
    private final Time time;

    Digests(AgroalDataSource database, Time time) {
        this.database = database;
        this.time = time;
    }

    // ── The person's own ──

    DigestView of(Caller reader) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT address, language, day, state FROM digest.subscription WHERE person = ?")) {
            select.setObject(1, reader.id());
            try (var row = select.executeQuery()) {
                return row.next()
                        ? new DigestView(
                                row.getString(1),
                                MailLanguage.valueOf(row.getString(2)),
                                row.getObject(3, LocalDate.class),
                                DigestState.valueOf(row.getString(4)))
                        : new DigestView(null, null, null, null);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** The first one comes on a day to come, so that turning it off and on again sends no second one today. */
    void turnOn(DigestTerms terms, Caller by) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO digest.subscription (person, address, language, roles, institution, seen_at, day, state)
                        SELECT id, ?, ?, ?, ?, ?, ?, 'NEW' FROM journal.person WHERE id = ? AND erased_at IS NULL FOR KEY SHARE
                        ON CONFLICT (person) DO UPDATE SET address = excluded.address, language = excluded.language,
                            roles = excluded.roles, institution = excluded.institution, seen_at = excluded.seen_at""")) {
            insert.setString(1, terms.address());
            insert.setString(2, terms.language().name());
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", by.roles().stream().sorted().toArray()));
            insert.setString(4, by.institution());
            insert.setObject(5, at(time.now()));
            insert.setObject(6, time.today());
            insert.setObject(7, by.id());
            if (insert.executeUpdate() == 0) {
                throw Refusal.of(InputRule.NOT_ALLOWED); // erased meanwhile: nothing of theirs is kept
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    void turnOff(Caller by) {
        remove(by.id());
    }

    /** In the transaction of the erasure: no address outlives a person's data (GDPR 17). */
    void forget(@Observes Persons.Erased erased) {
        remove(erased.id());
    }

    private void remove(UUID person) {
        update("DELETE FROM digest.subscription WHERE person = ?", person);
    }

    /** What they may see is what they may do now: with these roles the digest asks for them. No page waits for it or fails of it. */
    void seen(@Observes Visit visit) {
        var by = visit.by();
        if (by.id() == null) {
            return;
        }
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE digest.subscription SET roles = ?, institution = ?, seen_at = ?
                        WHERE person = ? AND (roles <> ? OR institution <> ? OR seen_at < ?)""")) {
            var roles = connection.createArrayOf(
                    "text", by.roles().stream().sorted().toArray());
            var now = time.now();
            update.setArray(1, roles);
            update.setString(2, by.institution());
            update.setObject(3, at(now));
            update.setObject(4, by.id());
            update.setArray(5, roles);
            update.setString(6, by.institution());
            update.setObject(7, at(now.minus(Duration.ofHours(1))));
            update.executeUpdate();
        } catch (SQLException e) {
            LOG.warn("Who was here last is not noted", e);
        }
    }

    @Scheduled(every = "${fundtrail.drop-answers-every:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dropUnseen() {
        update(
                "DELETE FROM digest.subscription WHERE seen_at < ?",
                at(time.now().minus(KEPT)));
    }

    // ── The morning ──

    /**
     * Claims one digest of this morning that nobody has seen to, or null. One whose sender said that it failed, or said nothing more before
     * it handed it to the mail server, is claimed again: after five minutes, then ten, and so on, eight times in all.
     */
    DueDigest claim() {
        var now = time.now();
        var today = time.today();
        if (!isMorning(now, today)) {
            return null;
        }
        var claim = UuidCreator.getTimeOrderedEpoch();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE digest.subscription s SET day = ?, state = 'CLAIMED', claim = ?, tried_at = ?,
                            tries = CASE WHEN s.day = ? THEN s.tries + 1 ELSE 1 END
                        FROM journal.person p
                        WHERE p.id = s.person AND s.person = (
                            SELECT person FROM digest.subscription
                            WHERE seen_at >= ? AND (day < ? OR day = ? AND state IN ('CLAIMED', 'FAILED') AND tries < ?
                                AND tried_at <= ? - tries * interval '5 minutes')
                            ORDER BY day, person LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING s.address, s.language, p.issuer, p.subject, s.roles, s.institution""")) {
            update.setObject(1, today);
            update.setObject(2, claim);
            update.setObject(3, at(now));
            update.setObject(4, today);
            update.setObject(5, at(now.minus(KEPT)));
            update.setObject(6, today);
            update.setObject(7, today);
            update.setInt(8, MOST_TRIES);
            update.setObject(9, at(now));
            try (var row = update.executeQuery()) {
                return row.next() ? due(claim, row) : null;
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static boolean isMorning(Instant now, LocalDate today) {
        var clock = LocalTime.ofInstant(now, Time.VILNIUS);
        return WorkingDays.isOne(today) && !clock.isBefore(FROM) && clock.isBefore(UNTIL);
    }

    private static DueDigest due(UUID claim, ResultSet row) throws SQLException {
        return new DueDigest(
                claim,
                row.getString(1),
                MailLanguage.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                Set.of((String[]) row.getArray(5).getArray()),
                row.getString(6));
    }

    /**
     * Notes how far a claimed digest is. Refused where the claim does not stand any more: it was claimed anew, turned off or erased
     * meanwhile, or is further than that. Whoever is refused sends nothing.
     */
    void tell(UUID claim, DigestState state) {
        var from = switch (state) {
            case SENDING, NOTHING -> "state = 'CLAIMED'";
            case SENT, REFUSED -> "state = 'SENDING'";
            case FAILED -> "state IN ('CLAIMED', 'SENDING')";
            case NEW, CLAIMED -> "false";
        };
        if (update("UPDATE digest.subscription SET state = ? WHERE claim = ? AND " + from, state.name(), claim) == 0) {
            throw Refusal.notFound();
        }
    }

    private int update(String sql, Object... values) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                update.setObject(n + 1, values[n]);
            }
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
