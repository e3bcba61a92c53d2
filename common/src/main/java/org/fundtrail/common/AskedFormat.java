package org.fundtrail.common;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** {@code ?format=csv} asks for the same as {@code Accept: text/csv}: a link cannot send a header. */
@Provider
@PreMatching
public class AskedFormat implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if ("csv".equals(request.getUriInfo().getQueryParameters().getFirst("format"))) {
            request.getHeaders().putSingle("Accept", "text/csv");
        }
    }
}
