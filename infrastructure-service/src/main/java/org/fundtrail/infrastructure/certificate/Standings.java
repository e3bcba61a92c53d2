package org.fundtrail.infrastructure.certificate;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.JournalFailure;

/** Reads where contracts stand in the books, and what of it invoices put on other rows than certificates and the contract itself. */
@ApplicationScoped
class Standings {
    private final AgroalDataSource database;
    private final Balances balances;

    Standings(AgroalDataSource database, Balances balances) {
        this.database = database;
        this.balances = balances;
    }

    Standing of(Contract contract) {
        var books = new EnumMap<CostAccount, Map<UUID, Money>>(CostAccount.class);
        balances.of(contract.id()).forEach((kind, rows) -> books.put(CostAccount.valueOf(kind), money(rows)));
        var moved = new EnumMap<CostAccount, Map<UUID, Money>>(CostAccount.class);
        if (books.containsKey(CostAccount.RECLASSIFYING)) {
            // what was committed goes along with what is certified, and nothing else moves it
            moved.put(CostAccount.CERTIFIED, minus(books.get(CostAccount.ORIGINAL_COMMITMENTS), contract.netByRow()));
            moved.put(
                    CostAccount.CERTIFIED_VAT,
                    minus(books.get(CostAccount.ORIGINAL_COMMITMENTS_VAT), contract.vatByRow()));
            said(contract).forEach((kind, rows) -> moved.put(kind, minus(books.get(kind), rows)));
        }
        return new Standing(books, moved);
    }

    private static Map<UUID, Money> money(Map<UUID, BigDecimal> amounts) {
        var money = new HashMap<UUID, Money>();
        amounts.forEach((row, amount) -> money.put(row, Money.eur(amount)));
        return money;
    }

    private static Map<UUID, Money> minus(Map<UUID, Money> standing, Map<UUID, Money> said) {
        var rest = new HashMap<UUID, Money>(standing == null ? Map.of() : standing);
        said.forEach((row, amount) -> rest.merge(row, Money.zero().minus(amount), Money::plus));
        return rest;
    }

    /** What its certificates in force held back in each row, and what of the advance they left to be recovered; as it was before this change. */
    private Map<CostAccount, Map<UUID, Money>> said(Contract contract) {
        var retained = new HashMap<UUID, Money>();
        var advance = new HashMap<UUID, Money>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT r.row_id, sum(r.retained), sum(CASE WHEN c.advance THEN -r.net ELSE r.recovered END)
                        FROM infrastructure.certificate c JOIN infrastructure.certificate_row r ON r.certificate_id = c.id
                        WHERE c.contract_id = ? AND c.n IS NOT NULL GROUP BY r.row_id""")) {
            select.setObject(1, contract.id());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    retained.put(row.getObject(1, UUID.class), Money.eur(row.getBigDecimal(2)));
                    advance.put(row.getObject(1, UUID.class), Money.eur(row.getBigDecimal(3)));
                }
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
        return Map.of(CostAccount.RETAINED, retained, CostAccount.ADVANCE, advance);
    }
}
