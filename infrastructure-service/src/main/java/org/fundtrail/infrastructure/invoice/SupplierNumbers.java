package org.fundtrail.infrastructure.invoice;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.invoice.AlikeView;
import org.fundtrail.infrastructure.api.invoice.InvoiceStatus;
import org.fundtrail.journal.JournalFailure;

/**
 * Which numbers of which suppliers are taken. The database keeps them itself, in {@code infrastructure.supplier_number}, with every invoice and
 * credit note, and lets none be taken twice but by what was recorded in spite of it.
 */
@ApplicationScoped
class SupplierNumbers {
    private static final int MOST = 20;

    private static final String ALIKE = """
            SELECT m.id, found.is_duplicate, found.type, found.id, found.number, found.issued_on, found.gross, found.status
            FROM infrastructure.supplier_number m JOIN infrastructure.invoice r ON r.id = m.id
            CROSS JOIN LATERAL (
                (SELECT true AS is_duplicate, 'invoice' AS type, o.id, o.number, o.issued_on, o.gross, o.status
                 FROM infrastructure.supplier_number n JOIN infrastructure.invoice o ON o.id = n.id
                 WHERE n.institution = m.institution AND n.supplier = m.supplier AND n.number = m.number AND n.counts AND n.id <> m.id
                 ORDER BY o.issued_on DESC, o.id LIMIT %1$d)
                UNION ALL
                (SELECT false, 'invoice', o.id, o.number, o.issued_on, o.gross, o.status
                 FROM infrastructure.invoice o JOIN infrastructure.supplier_number n ON n.id = o.id
                 WHERE o.institution = m.institution AND o.gross = r.gross AND o.issued_on BETWEEN r.issued_on - 30 AND r.issued_on + 30
                     AND n.supplier = m.supplier AND n.counts AND n.number <> m.number
                 ORDER BY o.issued_on DESC, o.id LIMIT %1$d)) found
            WHERE m.id = ANY (?)""".formatted(MOST);

    private final AgroalDataSource database;

    SupplierNumbers(AgroalDataSource database) {
        this.database = database;
    }

    /** Whether an invoice other than this one has this number of a supplier, and counts; credit notes are numbered by themselves. */
    boolean isTaken(String institution, String supplier, String number, UUID besides) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT EXISTS (SELECT FROM infrastructure.supplier_number n
                            WHERE n.institution = ? AND n.supplier = infrastructure.plain_number(?)
                                AND n.number = infrastructure.plain_number(?) AND n.counts AND NOT n.credit AND n.id <> ?)""")) {
            select.setString(1, institution);
            select.setString(2, supplier);
            select.setString(3, number);
            select.setObject(4, besides);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** Whether a credit note of the supplier of this invoice has this number. */
    boolean isCredited(UUID invoice, String number) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        SELECT EXISTS (SELECT FROM infrastructure.supplier_number m JOIN infrastructure.supplier_number n
                            ON n.institution = m.institution AND n.supplier = m.supplier
                            WHERE m.id = ? AND n.number = infrastructure.plain_number(?) AND n.credit)""")) {
            select.setObject(1, invoice);
            select.setString(2, number);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** The approved invoice with which this one shares what can be claimed, now that it is approved, or null; who is approved meanwhile waits. */
    UUID approvedBefore(UUID invoice) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT infrastructure.approved_before(?)")) {
            select.setObject(1, invoice);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** What could be the same as these invoices, by their ids; the latest first. */
    Map<UUID, Alike> alike(Collection<UUID> invoices) {
        var found = new HashMap<UUID, Alike>();
        if (invoices.isEmpty()) {
            return found;
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ALIKE)) {
            select.setArray(1, connection.createArrayOf("uuid", invoices.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var of = found.computeIfAbsent(
                            row.getObject(1, UUID.class), one -> new Alike(new ArrayList<>(), new ArrayList<>()));
                    (row.getBoolean(2) ? of.duplicates() : of.similar()).add(read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    private static AlikeView read(ResultSet row) throws SQLException {
        var status = row.getString(8);
        return new AlikeView(
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                Money.eur(row.getBigDecimal(7)),
                status == null ? null : InvoiceStatus.valueOf(status));
    }
}
