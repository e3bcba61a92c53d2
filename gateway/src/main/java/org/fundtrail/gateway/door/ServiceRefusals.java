package org.fundtrail.gateway.door;

import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** What a service refuses to a page goes to the security log, as what it refuses to programs does. */
@Provider
@Unremovable // a client looks it up
@ApplicationScoped
public class ServiceRefusals implements ClientResponseFilter {
    /** How a service says that a record is another institution's; never said to anybody outside. */
    static final String HEADER = "X-Fundtrail-Refused";

    private final CurrentVertxRequest request;
    private final SecurityLog log;

    ServiceRefusals(CurrentVertxRequest request, SecurityLog log) {
        this.request = request;
        this.log = log;
    }

    @Override
    public void filter(ClientRequestContext question, ClientResponseContext answer) {
        var at = request.getCurrent();
        if (at != null && answer.getHeaders() != null) { // else there was no answer
            log.refusedByService(answer.getStatus(), answer.getHeaderString(HEADER) != null, at);
        }
    }
}
