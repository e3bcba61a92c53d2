package org.fundtrail.records;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.SavedView;
import org.fundtrail.common.Time;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.JournalFailure;

/**
 * How people look at lists, by name. A view is of one person in one institution; shared, those of its role there see it too. Only its owner
 * changes or removes it.
 */
@ApplicationScoped
class SavedViews {
    private static final int MOST = 50;

    private final AgroalDataSource database;
    private final Time time;

    SavedViews(AgroalDataSource database, Time time) {
        this.database = database;
        this.time = time;
    }

    /** The reader's own views of a list and those that are shared with a role of theirs, by name. */
    List<SavedView> of(String list, Caller reader) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT id, name, query, role, person = ? AS mine FROM views.view
                        WHERE institution = ? AND list = ? AND person = ?
                        UNION ALL
                        SELECT id, name, query, role, false FROM views.view
                        WHERE institution = ? AND list = ? AND role = ANY (?) AND person IS DISTINCT FROM ?
                        ORDER BY name, id""")) {
            select.setObject(1, reader.id(), Types.OTHER);
            select.setString(2, reader.institution());
            select.setString(3, list);
            select.setObject(4, reader.id(), Types.OTHER);
            select.setString(5, reader.institution());
            select.setString(6, list);
            select.setArray(7, connection.createArrayOf("text", reader.roles().toArray()));
            select.setObject(8, reader.id(), Types.OTHER);
            var found = new ArrayList<SavedView>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new SavedView(
                            row.getObject("id", UUID.class),
                            list,
                            row.getString("name"),
                            row.getString("query"),
                            row.getString("role"),
                            row.getBoolean("mine")));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Keeps a view; the one that its owner has called so before is this one now. */
    void keep(String list, SavedView view, Caller owner) {
        try (var connection = database.getConnection()) {
            mustHaveRoom(connection, list, view.name(), owner);
            try (var insert = connection.prepareStatement("""
                    INSERT INTO views.view (id, person, institution, list, name, query, role, saved_at)
                    SELECT ?, id, ?, ?, ?, ?, ?, ? FROM journal.person WHERE id = ? AND erased_at IS NULL FOR KEY SHARE
                    ON CONFLICT ON CONSTRAINT view_is_one DO UPDATE SET query = excluded.query, role = excluded.role,
                        saved_at = excluded.saved_at""")) {
                insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
                insert.setString(2, owner.institution());
                insert.setString(3, list);
                insert.setString(4, view.name());
                insert.setString(5, view.query());
                insert.setString(6, view.role());
                insert.setObject(7, time.now().atOffset(ZoneOffset.UTC));
                insert.setObject(8, owner.id());
                if (insert.executeUpdate() == 0) {
                    throw Refusal.of(InputRule.NOT_ALLOWED); // erased meanwhile: nothing of theirs is kept
                }
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static void mustHaveRoom(Connection connection, String list, String name, Caller owner)
            throws SQLException {
        try (var count = connection.prepareStatement(
                "SELECT count(*) FROM views.view WHERE person = ? AND institution = ? AND list = ? AND name <> ?")) {
            count.setObject(1, owner.id());
            count.setString(2, owner.institution());
            count.setString(3, list);
            count.setString(4, name);
            try (var row = count.executeQuery()) {
                row.next();
                if (row.getInt(1) >= MOST) {
                    throw Refusal.ofField(InputRule.TOO_MANY, "views", "max", String.valueOf(MOST));
                }
            }
        }
    }

    /** Removes what its owner has saved; of anybody else nothing. */
    void remove(UUID id, Caller owner) {
        Deletion.of(
                database,
                "DELETE FROM views.view WHERE id = ? AND person = ? AND institution = ?",
                id,
                owner.id(),
                owner.institution());
    }

    /** Nothing that somebody called by a name outlives their data (GDPR 17). */
    void forget(UUID person) {
        Deletion.of(database, "DELETE FROM views.view WHERE person = ?", person);
    }
}
