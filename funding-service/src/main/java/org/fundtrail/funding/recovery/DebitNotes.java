package org.fundtrail.funding.recovery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.fundtrail.journal.JournalFailure;

/** The numbers of debit notes: without gaps within an institution and a year, for whoever takes one waits for those that took theirs before. */
@ApplicationScoped
class DebitNotes {
    private final AgroalDataSource database;

    DebitNotes(AgroalDataSource database) {
        this.database = database;
    }

    /** The next one of a year; taken last of all that a step needs, and given back when it does not happen. */
    String next(String institution, int year) {
        var series = "DN-" + year + "-";
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))");
                var select = connection.prepareStatement("""
                        SELECT coalesce(max(split_part(debit_note, '-', 3)::int), 0) + 1 FROM funding.recovery
                        WHERE institution = ? AND starts_with(debit_note, ?)""")) {
            lock.setString(1, "debit-note/" + institution + "/" + year);
            lock.execute();
            select.setString(1, institution);
            select.setString(2, series);
            try (var row = select.executeQuery()) {
                row.next();
                return series + row.getInt(1);
            }
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }
}
