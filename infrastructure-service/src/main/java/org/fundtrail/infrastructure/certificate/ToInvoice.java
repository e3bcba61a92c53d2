package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.infrastructure.account.CostAccount.CREDITABLE;
import static org.fundtrail.infrastructure.account.CostAccount.CREDITABLE_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.TAKEN_BACK;
import static org.fundtrail.infrastructure.account.CostAccount.TAKEN_BACK_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.TO_INVOICE;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.JournalFailure;

/** What of certificates can be invoiced still, row by row: what neither approved invoices nor later certificates below zero took. */
@ApplicationScoped
public class ToInvoice {
    private final AgroalDataSource database;

    ToInvoice(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Of one certificate.
     *
     * @param net by its rows, without VAT
     * @param vat by its rows, which may differ by a cent from what is left to be invoiced of VAT
     * @param gross of all of it together
     */
    public record Left(Map<UUID, Money> net, Map<UUID, Money> vat, Money gross) {}

    public Left of(Certificate certificate) {
        return of(List.of(certificate)).get(certificate.id());
    }

    /** By their ids, in their order; read at once. */
    Map<UUID, Left> of(Collection<Certificate> certificates) {
        var used = used(certificates.stream().map(Certificate::id).toList());
        var left = new LinkedHashMap<UUID, Left>();
        certificates.forEach(one -> left.put(one.id(), left(one, used.getOrDefault(one.id(), Map.of()))));
        return left;
    }

    private static Left left(Certificate certificate, Map<CostAccount, Map<UUID, Money>> used) {
        var net = new TreeMap<UUID, Money>(); // always in the same order
        var vat = new TreeMap<UUID, Money>();
        certificate.rows().forEach(row -> {
            net.put(row.row(), row.net());
            vat.put(row.row(), row.vat());
        });
        take(net, used, CREDITABLE, TAKEN_BACK);
        take(vat, used, CREDITABLE_VAT, TAKEN_BACK_VAT);
        var gross = used.getOrDefault(TO_INVOICE, Map.of()).values().stream().reduce(Money.zero(), Money::plus);
        return new Left(net, vat, gross);
    }

    private static void take(Map<UUID, Money> rows, Map<CostAccount, Map<UUID, Money>> used, CostAccount... kinds) {
        for (var kind : kinds) {
            used.getOrDefault(kind, Map.of()).forEach((row, amount) -> rows.merge(row, amount, Money::minus));
        }
    }

    /** What stands on their accounts and on those of their invoices. */
    private Map<UUID, Map<CostAccount, Map<UUID, Money>>> used(List<UUID> certificates) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT coalesce(i.certificate_id, a.owner), a.kind, a.party, sum(b.credits - b.debits)
                        FROM (SELECT unnest(?::uuid[]) AS owner, NULL::uuid AS certificate_id UNION ALL
                            SELECT id, certificate_id FROM infrastructure.invoice WHERE certificate_id = ANY (?)) i
                        JOIN journal.account a ON a.log_id = 1 AND a.owner = i.owner AND a.kind = ANY (?)
                        JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
                        GROUP BY 1, 2, 3""")) {
            var ids = connection.createArrayOf("uuid", certificates.toArray());
            select.setArray(1, ids);
            select.setArray(2, ids);
            select.setArray(3, kinds(connection));
            return read(select);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static java.sql.Array kinds(Connection connection) throws SQLException {
        var kinds = List.of(CREDITABLE, CREDITABLE_VAT, TAKEN_BACK, TAKEN_BACK_VAT, TO_INVOICE);
        return connection.createArrayOf("text", kinds.stream().map(Enum::name).toArray());
    }

    private static Map<UUID, Map<CostAccount, Map<UUID, Money>>> read(PreparedStatement select) throws SQLException {
        var used = new TreeMap<UUID, Map<CostAccount, Map<UUID, Money>>>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                used.computeIfAbsent(row.getObject(1, UUID.class), certificate -> new TreeMap<>())
                        .computeIfAbsent(CostAccount.valueOf(row.getString(2)), kind -> new TreeMap<>())
                        .put(row.getObject(3, UUID.class), Money.eur(row.getBigDecimal(4)));
            }
        }
        return used;
    }
}
