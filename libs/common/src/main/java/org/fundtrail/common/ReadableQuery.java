package org.fundtrail.common;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** What a query asks for has to be text that the database can hold, as what a body says has to be. */
@Provider
public class ReadableQuery implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw Refusal.ofField(InputRule.UNUSABLE_TEXT, name);
            }
        });
    }
}
