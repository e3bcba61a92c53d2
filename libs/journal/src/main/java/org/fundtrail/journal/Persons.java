package org.fundtrail.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fundtrail.common.Cursor;
import org.fundtrail.common.Like;
import org.fundtrail.common.Page;
import org.fundtrail.common.PersonListed;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Subject;

/**
 * Whoever acts, each under a random id of our own. A person is the issuer of the sign-in and the subject there, which nobody can change;
 * the name is for display. The row can be erased, the id in bodies, duties and steps stays.
 */
@ApplicationScoped
public class Persons {
    /** For so long an erased name may still be seen from another process of the service. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private record SignIn(String issuer, String subject) {}

    private record Known(UUID id, String name, String institution) {
        boolean is(String nameNow, String institutionNow) {
            return nameNow.equals(name) && institutionNow.equals(institution);
        }
    }

    /** Somebody whose data are gone once the transaction is committed. */
    public record Erased(UUID id) {}

    private final AgroalDataSource database;
    private final Event<Erased> erasures;
    private final Cache<SignIn, Known> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(MEMORY).build();
    private final Cache<UUID, Optional<String>> names =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(MEMORY).build();

    Persons(AgroalDataSource database, Event<Erased> erasures) {
        this.database = database;
        this.erasures = erasures;
    }

    /** The id of somebody who acted before, or null. */
    public UUID find(String issuer, String subject) {
        var found = remembered(new SignIn(issuer, subject));
        return found == null ? null : found.id();
    }

    /** The id of somebody who acts now, known under this name and as of this institution from now on. */
    public UUID enrol(String issuer, String subject, String name, String institution) {
        var signIn = new SignIn(issuer, subject);
        var found = remembered(signIn);
        if (found != null && found.is(name, institution)) {
            return found.id();
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        INSERT INTO journal.person (id, issuer, subject, name, institution) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT ON CONSTRAINT person_is_one
                            DO UPDATE SET name = excluded.name, institution = excluded.institution RETURNING id""")) {
            upsert.setObject(1, UUID.randomUUID());
            upsert.setString(2, issuer);
            upsert.setString(3, subject);
            upsert.setString(4, name);
            upsert.setString(5, institution);
            try (var row = upsert.executeQuery()) {
                row.next();
                var id = row.getObject(1, UUID.class);
                known.put(signIn, new Known(id, name, institution));
                names.invalidate(id); // and read again: whoever was erased meanwhile has none
                return id;
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private Known remembered(SignIn signIn) {
        return known.get(signIn, this::read); // nobody is remembered as unknown
    }

    private Known read(SignIn signIn) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT id, name, institution FROM journal.person WHERE issuer = ? AND subject = ?")) {
            select.setString(1, signIn.issuer());
            select.setString(2, signIn.subject());
            try (var row = select.executeQuery()) {
                return row.next() ? new Known(row.getObject(1, UUID.class), row.getString(2), row.getString(3)) : null;
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Somebody as readers see them; null for nobody. */
    public PersonRef ref(UUID id) {
        return id == null ? null : new PersonRef(id, names.get(id, this::name).orElse(null));
    }

    private Optional<String> name(UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT name FROM journal.person WHERE id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Who acts for an institution, as far as they acted here, by name. */
    public List<PersonRef> of(String institution) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT id, name FROM journal.person WHERE institution = ? ORDER BY lower(name), id""")) {
            select.setString(1, institution);
            var found = new ArrayList<PersonRef>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new PersonRef(row.getObject(1, UUID.class), row.getString(2)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Who acted here and is called so, by name; with the subjects of their sign-ins or without. */
    public Page<PersonListed> called(String text, String after, int limit, boolean withSubject) {
        var cursor = Cursor.decode(after);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT id, name, subject, place FROM (
                            SELECT *, CASE WHEN name IS NULL THEN '1' ELSE '0' || lower(name) END AS place FROM journal.person) p
                        WHERE issuer IS DISTINCT FROM 'urn:fundtrail:system' AND (?::text IS NULL OR lower(name) LIKE ? ESCAPE '!')
                            AND (?::text IS NULL OR (place, id) > (?, ?::uuid))
                        ORDER BY place, id LIMIT ?""")) {
            select.setString(1, text);
            select.setString(2, Like.anywhere(text == null ? "" : text));
            select.setString(3, cursor == null ? null : cursor.sort());
            select.setString(4, cursor == null ? null : cursor.sort());
            select.setObject(5, cursor == null ? null : cursor.id(), Types.OTHER);
            select.setInt(6, limit + 1);
            var places = new HashMap<UUID, String>();
            var found = new ArrayList<PersonListed>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var id = row.getObject(1, UUID.class);
                    places.put(id, row.getString(4));
                    found.add(new PersonListed(id, row.getString(2), withSubject ? row.getString(3) : null));
                }
            }
            return Page.of(found, limit, person -> new Cursor(places.get(person.id()), person.id()), person -> person);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /**
     * What there is to erase under an id: somebody who acted, of whom nothing more is recorded until the transaction ends, or somebody
     * whom a record names.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Subject erasable(UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT * FROM (
                            SELECT 'person', erased_at IS NOT NULL FROM journal.person
                            WHERE id = ? AND issuer IS DISTINCT FROM 'urn:fundtrail:system' FOR UPDATE) person
                        UNION ALL SELECT 'identity', erased_at IS NOT NULL FROM journal.identity WHERE id = ?""")) {
            select.setObject(1, id);
            select.setObject(2, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw Refusal.notFound();
                }
                if (row.getBoolean(2)) {
                    throw Refusal.of(JournalRule.ALREADY_ERASED);
                }
                return new Subject(row.getString(1), id, id.toString());
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Erases them, now that the entry that says so is written. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Subject erased) {
        try (var connection = database.getConnection();
                var call = connection.prepareStatement("SELECT journal.erase_" + erased.type() + "(?)")) {
            call.setObject(1, erased.id());
            try (var row = call.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw Refusal.of(JournalRule.ALREADY_ERASED);
                }
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
        erasures.fire(new Erased(erased.id()));
    }

    /** Remembers nothing of somebody; not before the commit, or who reads until then would have it remembered again. */
    public void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Erased erased) {
        names.invalidate(erased.id());
        known.asMap().values().removeIf(someone -> someone.id().equals(erased.id()));
    }
}
