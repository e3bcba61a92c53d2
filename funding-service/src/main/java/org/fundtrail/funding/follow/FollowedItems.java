package org.fundtrail.funding.follow;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Rows;

/** The invoices and direct costs of infrastructure-service that the books of aid know, because a claim named them. */
@ApplicationScoped
class FollowedItems {
    private final AgroalDataSource database;
    private final Expenditures expenditures;

    FollowedItems(AgroalDataSource database, Expenditures expenditures) {
        this.database = database;
        this.expenditures = expenditures;
    }

    /** Those of these that the books know. */
    Set<UUID> known(Collection<UUID> items) {
        if (items.isEmpty()) {
            return Set.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT id, institution FROM funding.expenditure WHERE id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", items.toArray()));
            return Set.copyOf(Rows.byId(select).keySet());
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Those that the books came to know since then, and their institutions. */
    Map<UUID, String> recordedSince(Instant since) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT id, institution FROM funding.expenditure WHERE recorded_at > ?")) {
            select.setObject(1, since.atOffset(ZoneOffset.UTC));
            return Rows.byId(select);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Takes in what an item comes to now, in the transaction of whoever follows; nothing happens where that is known already. */
    void settle(ExpenditureView now, Writer by) {
        expenditures.settle(now, by);
    }
}
