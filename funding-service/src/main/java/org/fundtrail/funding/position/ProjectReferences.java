package org.fundtrail.funding.position;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.records.Rows;

/**
 * What projects are called: as the entries say that reserved something for them. Entries stay as they are and a project keeps its
 * reference, so that a position says the same whenever it is asked, whatever has become of a commitment.
 */
@ApplicationScoped
class ProjectReferences {
    private final AgroalDataSource database;

    ProjectReferences(AgroalDataSource database) {
        this.database = database;
    }

    /** By the id of the project. */
    Map<UUID, String> of(Collection<UUID> projects) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT asked.project, (
                            SELECT convert_from(e.body, 'UTF8')::jsonb #>> '{about,project}'
                            FROM journal.account a
                                JOIN journal.posting p ON p.log_id = 1 AND p.credit = a.id
                                JOIN journal.entry e ON e.log_id = 1 AND e.id = p.entry_id
                            WHERE a.log_id = 1 AND a.party = asked.project AND a.kind = 'RESERVED'
                            LIMIT 1)
                        FROM unnest(?) AS asked (project)""")) {
            select.setArray(1, connection.createArrayOf("uuid", projects.toArray()));
            return Rows.byId(select);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
