package org.fundtrail.funding.claim;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.Writer;

/** What recoveries keep back of what claims are to be paid. */
@ApplicationScoped
public class Offsets {
    private final AgroalDataSource database;
    private final Instance<OnReturn> onReturn;

    Offsets(AgroalDataSource database, Instance<OnReturn> onReturn) {
        this.database = database;
        this.onReturn = onReturn;
    }

    /** By claim, where there is any: one question for all of them. */
    Map<UUID, Money> of(Collection<UUID> claims) {
        var found = new HashMap<UUID, Money>();
        read("""
                SELECT offset_claim_id, sum(amount + coalesce(interest, 0))
                FROM funding.recovery WHERE offset_claim_id = ANY (?) GROUP BY offset_claim_id""", claims, row -> found.put(row.getObject(1, UUID.class), Money.eur(row.getBigDecimal(2))));
        return found;
    }

    /** What the bank is still to pay of a claim. */
    public Money toPay(Claim claim) {
        return claim.share().minus(of(List.of(claim.id())).getOrDefault(claim.id(), Money.zero()));
    }

    /** It, and the claims of which something is recovered that is kept back from it, as they stand before anything is locked. */
    Set<UUID> with(UUID claim) {
        var all = new HashSet<>(Set.of(claim));
        read(
                "SELECT claim_id FROM funding.recovery WHERE offset_claim_id = ANY (?)",
                List.of(claim),
                row -> all.add(row.getObject(1, UUID.class)));
        return all;
    }

    /** Lets go what is kept back from a claim that comes back. */
    List<Change> release(Claim claim, Set<UUID> locked, String reason, Writer by) {
        return onReturn.stream()
                .flatMap(one -> one.cameBack(claim, locked, reason, by).stream())
                .toList();
    }

    private void read(String question, Collection<UUID> claims, Row reading) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(question)) {
            select.setArray(1, connection.createArrayOf("uuid", claims.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    reading.of(row);
                }
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Reads a row of what was found. */
    private interface Row {
        void of(ResultSet row) throws SQLException;
    }
}
