package org.fundtrail.records;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.journal.Role;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets other services in only where that is said, whatever an operation says or does not say of roles. */
public class ServicesReadOnly {

    @ServerRequestFilter
    public void refuseServices(ContainerRequestContext request, ResourceInfo asked) {
        if (request.getSecurityContext().isUserInRole(Role.SERVICE)
                && !asked.getResourceMethod().isAnnotationPresent(OpenToServices.class)) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
    }
}
