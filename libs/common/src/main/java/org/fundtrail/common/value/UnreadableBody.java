package org.fundtrail.common.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.common.Problems;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Refusal.Finding;
import org.fundtrail.common.Time;

/**
 * Says everything that is wrong with a body at once, also where some of it cannot be read: that is left out, one after the other, and the
 * rest is held against its rules.
 */
@Provider
public class UnreadableBody implements ReaderInterceptor {
    /** So many at most: who sends more has not understood what is asked. */
    private static final int MOST = 50;

    private final ObjectMapper json;
    private final Time time;
    private final boolean strict;

    UnreadableBody(
            ObjectMapper json,
            Time time,
            @ConfigProperty(name = "fundtrail.strict-json", defaultValue = "false") boolean strict) {
        this.json = json;
        this.time = time;
        this.strict = strict;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (!strict
                || body.getMediaType() == null
                || !body.getMediaType().getSubtype().endsWith("json")) {
            return body.proceed();
        }
        var sent = body.getInputStream().readAllBytes();
        body.setInputStream(new ByteArrayInputStream(sent));
        try {
            return body.proceed();
        } catch (JsonMappingException unreadable) {
            throw refusal(sent, body, unreadable);
        } catch (WebApplicationException wrapped) {
            if (wrapped.getCause() instanceof JsonMappingException unreadable) {
                throw refusal(sent, body, unreadable);
            }
            throw wrapped;
        }
    }

    private Refusal refusal(byte[] sent, ReaderInterceptorContext body, JsonMappingException first) {
        var findings = new ArrayList<Finding>();
        try {
            var tree = json.readTree(sent);
            var unreadable = first;
            while (unreadable != null) {
                findings.add(Problems.finding(unreadable));
                unreadable = findings.size() < MOST && leftOut(tree, unreadable) ? tried(tree, body, findings) : null;
            }
        } catch (JsonProcessingException unreadable) {
            return new Refusal(List.of(Problems.finding(first)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // it is in memory
        }
        return new Refusal(findings);
    }

    /** What stops the reader now; null where all can be read, and what the rules say of it was added. */
    private JsonMappingException tried(JsonNode tree, ReaderInterceptorContext body, List<Finding> findings)
            throws IOException {
        try {
            Object read = json.treeToValue(tree, json.constructType(body.getGenericType()));
            var fields = findings.stream().map(Finding::field).toList();
            Values.besides(read, fields, time.today()).forEach(findings::add);
            return null;
        } catch (JsonMappingException next) {
            return next;
        }
    }

    /** Leaves out what cannot be read; whether there was something to leave out. */
    private static boolean leftOut(JsonNode tree, JsonMappingException unreadable) {
        var path = unreadable.getPath();
        if (path.isEmpty()) {
            return false;
        }
        var within = tree;
        for (var step : path.subList(0, path.size() - 1)) {
            within = step.getFieldName() == null ? within.path(step.getIndex()) : within.path(step.getFieldName());
        }
        var last = path.get(path.size() - 1);
        if (within instanceof ObjectNode object && object.hasNonNull(last.getFieldName())) {
            if (unreadable instanceof UnrecognizedPropertyException) {
                object.remove(last.getFieldName());
            } else {
                object.putNull(last.getFieldName());
            }
            return true;
        }
        if (within instanceof ArrayNode array && array.hasNonNull(last.getIndex())) {
            array.setNull(last.getIndex());
            return true;
        }
        return false;
    }

    /** Whether a field is one of these, lies in one, or has one in it. */
    static boolean isAmong(List<String> fields, String field) {
        return field != null
                && fields.stream()
                        .filter(one -> one != null)
                        .anyMatch(one -> Stream.of(one + ".", one + "[")
                                        .anyMatch(inner -> (field + ".").startsWith(inner) || field.startsWith(inner))
                                || one.startsWith(field + ".")
                                || one.startsWith(field + "["));
    }
}
