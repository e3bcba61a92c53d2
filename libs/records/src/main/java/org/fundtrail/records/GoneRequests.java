package org.fundtrail.records;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.fundtrail.journal.JournalFailure;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.postgresql.PGConnection;

/** A question whose asker has gone is not answered to the end: its query is cancelled. What changes something runs to its end. */
@Singleton
class GoneRequests implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(GoneRequests.class);
    private static final String CONNECTIONS = GoneRequests.class.getName();

    /** The connections that a request works with now; its monitor keeps a cancel from hitting whoever has the connection next. */
    private static final class Held {
        final Set<PGConnection> connections = new HashSet<>();
        boolean gone;
    }

    /** Notices when whoever asked goes away. */
    public static class Watch {
        @ServerRequestFilter
        public void watch(ResteasyReactiveContainerRequestContext request, RoutingContext at) {
            if (request.getMethod().equals(HttpMethod.GET)) {
                var held = new Held();
                at.put(CONNECTIONS, held);
                request.getServerRequestContext()
                        .serverResponse()
                        .addCloseHandler(() -> at.vertx().executeBlocking(() -> cancel(held), false));
            }
        }
    }

    private static Void cancel(Held held) {
        synchronized (held) {
            held.gone = true;
            for (var connection : held.connections) {
                try {
                    connection.cancelQuery();
                } catch (SQLException e) {
                    LOG.debug("A query could not be cancelled", e);
                }
            }
        }
        return null;
    }

    private static Held held() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return null;
        }
        RoutingContext at = container.instance(CurrentVertxRequest.class).get().getCurrent();
        return at == null ? null : at.get(CONNECTIONS);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var held = held();
        if (held != null) {
            synchronized (held) {
                held.connections.add(postgres(connection));
            }
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        var held = held();
        if (held == null) {
            return;
        }
        synchronized (held) {
            held.connections.remove(postgres(connection));
            if (held.gone) {
                swallowLateCancel(connection);
            }
        }
    }

    /** The pool gives another wrapper each time. */
    private static PGConnection postgres(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class);
        } catch (SQLException e) {
            throw new JournalFailure(e);
        }
    }

    /** A cancel that arrives after its query has ended would hit the next one. */
    private static void swallowLateCancel(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_sleep(0.02)");
        } catch (SQLException e) {
            LOG.debug("It was late", e);
        }
    }
}
