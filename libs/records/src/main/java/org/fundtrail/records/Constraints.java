package org.fundtrail.records;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.health.Readiness;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Problems;
import org.fundtrail.common.Refusal;
import org.fundtrail.journal.JournalFailure;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Rulebook;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.postgresql.util.PSQLException;

/** Turns what the database refused into the rule behind it; what it does not know is a failure. */
public class Constraints {
    private final Problems problems = new Problems();
    private final Instance<Rulebook> rulebooks;
    private final DatabaseDisk disk;

    Constraints(Instance<Rulebook> rulebooks, @Readiness DatabaseDisk disk) {
        this.rulebooks = rulebooks;
        this.disk = disk;
    }

    @ServerExceptionMapper({PersistenceException.class, JournalFailure.class, QuarkusTransactionException.class})
    public Response database(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return problems.refused(refusal);
            }
        }
        var said = Outage.sql(failure);
        return said == null ? problems.failed(failure) : answer(said, failure);
    }

    private Response answer(SQLException sql, RuntimeException failure) {
        var state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (sql instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
            var constraint = String.valueOf(refused.getServerErrorMessage().getConstraint());
            for (var rulebook : rulebooks) {
                var finding = rulebook.constraints().get(constraint);
                if (finding != null) {
                    return problems.refused(new Refusal(java.util.List.of(finding)));
                }
            }
        }
        if (state.equals("40P01") || state.equals("40001") || state.equals("55P03")) {
            return problems.refused(Refusal.of(JournalRule.RIVALS));
        }
        if (state.equals("57014") && String.valueOf(sql.getMessage()).contains("user request")) {
            return Response.status(499).build(); // whoever asked has gone: nobody hears this, and nothing has failed
        }
        if (state.equals("53100")) {
            disk.isFull();
            return problems.refused(Refusal.of(InputRule.STORAGE_FULL, "service", "database"));
        }
        if (state.startsWith("08")
                || state.startsWith("57P")
                || String.valueOf(sql.getMessage()).contains("Acquisition timeout")) {
            return problems.refused(Refusal.of(InputRule.UNAVAILABLE, "service", "database"));
        }
        return problems.failed(failure);
    }
}
