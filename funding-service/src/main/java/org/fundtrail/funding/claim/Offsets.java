package org.fundtrail.funding.claim;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.journal.JournalFailure;

/** What recoveries keep back of what claims are to be paid. */
@ApplicationScoped
public class Offsets {
    private final AgroalDataSource database;

    Offsets(AgroalDataSource database) {
        this.database = database;
    }

    /** What is kept back of a claim, and by which recoveries. */
    private record Kept(Money amount, String recoveries) {
        static final Kept NOTHING = new Kept(Money.zero(), null);
    }

    /** By claim, where there is any: one question for all of them. */
    Map<UUID, Money> of(Collection<UUID> claims) {
        var amounts = new HashMap<UUID, Money>();
        kept(claims).forEach((claim, kept) -> amounts.put(claim, kept.amount()));
        return amounts;
    }

    private Map<UUID, Kept> kept(Collection<UUID> claims) {
        var found = new HashMap<UUID, Kept>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT offset_claim_id, sum(amount + coalesce(interest, 0)), string_agg(reference, ', ' ORDER BY reference)
                        FROM funding.recovery WHERE offset_claim_id = ANY (?) GROUP BY offset_claim_id""")) {
            select.setArray(1, connection.createArrayOf("uuid", claims.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getObject(1, UUID.class), new Kept(Money.eur(row.getBigDecimal(2)), row.getString(3)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private Kept kept(Claim claim) {
        return kept(List.of(claim.id())).getOrDefault(claim.id(), Kept.NOTHING);
    }

    /** What the bank is still to pay of a claim. */
    public Money toPay(Claim claim) {
        return claim.share().minus(kept(claim).amount());
    }

    /** Refuses that a claim comes back of which something is kept back: it would be paid by nobody. */
    void mustBeNone(Claim claim) {
        var recoveries = kept(claim).recoveries();
        if (recoveries != null) {
            throw Refusal.of(
                    FundingRule.CLAIM_CARRIES_OFFSET,
                    "recoveries",
                    recoveries,
                    "reference",
                    claim.subject().reference());
        }
    }
}
