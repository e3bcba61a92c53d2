package org.fundtrail.common;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/**
 * In which form an API answers. {@code ?format=csv} asks for the same as {@code Accept: text/csv}, and xlsx for a spreadsheet, because a link cannot send a header;
 * who takes anything, or JSON as gladly as a file, gets JSON: programs that are generated from the documents take all that is documented.
 * What is never JSON, such as a signed note, is answered to whoever takes anything.
 */
@Provider
@PreMatching
public class AskedFormat implements ContainerRequestFilter {
    private static final String JSON_RATHER = "application/json, */*;q=0.1";

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var format = uri.getQueryParameters().getFirst("format");
        if ("csv".equals(format)) {
            request.getHeaders().putSingle("Accept", "text/csv");
        } else if ("xlsx".equals(format)) {
            request.getHeaders().putSingle("Accept", Xlsx.TYPE);
        } else if (uri.getRequestUri().getPath().startsWith("/api/") && takesJson(request.getHeaderString("Accept"))) {
            request.getHeaders().putSingle("Accept", takesAnything(request) ? JSON_RATHER : "application/json");
        }
    }

    private static boolean takesAnything(ContainerRequestContext request) {
        var accept = request.getHeaderString("Accept");
        return accept == null || accept.contains("*/*");
    }

    private static boolean takesJson(String accept) {
        return accept == null
                || accept.contains("*/*") && !accept.contains("text/csv") && !accept.contains(Xlsx.TYPE)
                || Arrays.stream(accept.split(",")).map(String::strip).anyMatch("application/json"::equals);
    }
}
