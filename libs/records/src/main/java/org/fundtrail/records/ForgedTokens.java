package org.fundtrail.records;

import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.fundtrail.common.SecurityLines;

/** Only the gateway's token opens a service: another one in its place is in the security log. */
@Singleton
class ForgedTokens {
    private final SecurityLines lines;

    ForgedTokens(SecurityLines lines) {
        this.lines = lines;
    }

    void refused(@Observes AuthenticationFailureEvent event) {
        var line = lines.line("service-token-refused");
        var address = "";
        if (event.getEventProperties().get(RoutingContext.class.getName()) instanceof RoutingContext at) {
            address = at.request().remoteAddress().hostAddress();
            SecurityLines.put(line, "address", address);
            SecurityLines.put(line, "method", at.request().method().name());
            SecurityLines.put(line, "path", at.normalizedPath());
        }
        lines.fold(line, List.of("service-token-refused", address));
    }
}
