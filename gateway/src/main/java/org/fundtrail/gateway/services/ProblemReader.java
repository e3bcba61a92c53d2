package org.fundtrail.gateway.services;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.fundtrail.common.Problem;

/** What a service refuses becomes {@link Refused}, with its problem as it was said. */
@Provider
public final class ProblemReader implements ResponseExceptionMapper<RuntimeException> {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    @Override
    public RuntimeException toThrowable(Response response) {
        return new Refused(read(response.getStatus(), response.readEntity(String.class)));
    }

    private static Problem read(int status, String body) {
        try {
            var problem = JSON.readValue(body, Problem.class);
            if (problem.status() == status) {
                return problem;
            }
        } catch (IOException | RuntimeException e) {
            // Not from the service itself: a proxy between us, or it broke while answering.
        }
        return new Problem("about:blank", null, status, null, "unknown", null, Map.of(), null, null);
    }
}
