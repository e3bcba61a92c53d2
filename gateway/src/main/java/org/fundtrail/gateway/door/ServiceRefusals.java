package org.fundtrail.gateway.door;

import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** What a service refuses to a page goes to the security log, as what it refuses to programs does. */
@Unremovable // a reader of answers looks it up
@ApplicationScoped
public class ServiceRefusals {
    /** How a service says that a record is another institution's; never said to anybody outside. */
    public static final String HEADER = "X-Fundtrail-Refused";

    private final CurrentVertxRequest request;
    private final SecurityLog log;

    ServiceRefusals(CurrentVertxRequest request, SecurityLog log) {
        this.request = request;
        this.log = log;
    }

    /** Notes the answer of a service to the page that is being made. */
    public void note(int status, String refused) {
        var at = request.getCurrent();
        if (at != null) {
            log.refusedByService(status, refused != null, at);
        }
    }
}
