package org.fundtrail.funding.position;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fundtrail.journal.Balances.Balance;
import org.fundtrail.journal.JournalFailure;

/** Of which projects recoveries are: their accounts are kept for the recovery, and a recovery stays on its claim. */
@ApplicationScoped
class RecoveredProjects {
    private static final Set<String> KEPT = Set.of("RECEIVABLE", "RECOVERED", "OFFSET");

    private final AgroalDataSource database;

    RecoveredProjects(AgroalDataSource database) {
        this.database = database;
    }

    /** The same balances, those of recoveries as if they were kept for the project. */
    List<Balance> byProject(List<Balance> balances) {
        var projects = of(balances.stream()
                .filter(at -> KEPT.contains(at.kind()))
                .map(Balance::party)
                .collect(Collectors.toSet()));
        return balances.stream()
                .map(at -> KEPT.contains(at.kind())
                        ? new Balance(at.owner(), projects.get(at.party()), at.kind(), at.amount())
                        : at)
                .toList();
    }

    private Map<UUID, UUID> of(Collection<UUID> recoveries) {
        var found = new HashMap<UUID, UUID>();
        if (recoveries.isEmpty()) {
            return found;
        }
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("SELECT id, project_id FROM funding.recovery WHERE id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", recoveries.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
