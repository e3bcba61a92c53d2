package org.fundtrail.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where bad news becomes an answer: refusals as they are said, failures without internals and with an id for support. */
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return answer(Problem.from(refusal));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response notSignedIn(Throwable unknown) {
        return Response.fromResponse(refused(Refusal.of(InputRule.NOT_SIGNED_IN)))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException forbidden) {
        return refused(Refusal.of(InputRule.NOT_ALLOWED));
    }

    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException unreadable) {
        return refused(new Refusal(List.of(finding(unreadable))));
    }

    /** What stops the reader before it can say where: too deep, too long, bytes that are no text. */
    @ServerExceptionMapper({StreamConstraintsException.class, CharConversionException.class})
    public Response beyondReading(IOException unreadable) {
        return refused(new Refusal(List.of(
                unreadable instanceof JsonProcessingException json
                        ? finding(json)
                        : Refusal.Finding.of(InputRule.MALFORMED_JSON, null, "line", "1", "column", "1"))));
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return refused(new Refusal(List.of(finding(unreadable))));
        }
        return switch (e.getResponse().getStatus()) {
            case 401 -> refused(Refusal.of(InputRule.NOT_SIGNED_IN));
            case 403 -> refused(Refusal.of(InputRule.NOT_ALLOWED));
            case 404 -> refused(Refusal.notFound());
            case 405 -> refused(Refusal.of(InputRule.METHOD_NOT_ALLOWED));
            case 406 -> refused(Refusal.of(InputRule.NOT_ACCEPTABLE));
            case 413 -> refused(Refusal.of(InputRule.TOO_LARGE, "max", "1 MiB"));
            case 415 -> refused(Refusal.of(InputRule.UNSUPPORTED_MEDIA_TYPE));
            case 400 ->
                refused(Refusal.of(InputRule.MALFORMED_VALUE, "field", "The request", "expected", "check its form"));
            default -> e.getResponse().getStatus() < 500 ? e.getResponse() : failed(e);
        };
    }

    @ServerExceptionMapper
    public Response failed(Throwable cause) {
        if (isUnreadableForm(cause)) {
            return refused(Refusal.of(InputRule.MALFORMED_VALUE, "field", "The request", "expected", "check its form"));
        }
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        LOG.errorf(cause, "Failure %s", id);
        return answer(Problem.failure(id));
    }

    /** RESTEasy has no name for a form with a bad escape or with thousands of fields: only where it was thrown tells. */
    private static boolean isUnreadableForm(Throwable cause) {
        var trace = cause.getStackTrace();
        var thrower = trace.length == 0 ? "" : trace[0].getClassName();
        return thrower.equals("org.jboss.resteasy.reactive.common.util.URLUtils")
                || thrower.equals("org.jboss.resteasy.reactive.server.core.multipart.FormData");
    }

    private static Response answer(Problem problem) {
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return (problem.status() == 503 ? answer.header("Retry-After", Problem.RETRY_AFTER) : answer).build();
    }

    /** What stopped the reader, by the rule that says how to mend it. */
    public static Refusal.Finding finding(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            var at = e.getLocation();
            return Refusal.Finding.of(
                    InputRule.MALFORMED_JSON,
                    null,
                    "line",
                    String.valueOf(at == null ? 1 : at.getLineNr()),
                    "column",
                    String.valueOf(at == null ? 1 : at.getColumnNr()));
        }
        if (mapping.getCause() instanceof JsonProcessingException cause && !(cause instanceof JsonMappingException)) {
            return finding(cause);
        }
        var path = path(mapping);
        if (mapping instanceof Unreadable unreadable) {
            return unreadable.finding(path);
        }
        if (mapping instanceof UnrecognizedPropertyException) {
            return Refusal.Finding.of(InputRule.UNKNOWN_FIELD, path);
        }
        if (mapping instanceof InvalidFormatException invalid
                && invalid.getTargetType().isEnum()) {
            return Refusal.Finding.of(
                    InputRule.UNKNOWN_VALUE,
                    path,
                    "allowed",
                    Arrays.stream(invalid.getTargetType().getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")));
        }
        return Refusal.Finding.of(
                InputRule.MALFORMED_VALUE, path.isEmpty() ? "The request" : path, "expected", "check its type");
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
