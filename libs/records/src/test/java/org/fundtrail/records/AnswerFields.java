package org.fundtrail.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** An answer as it is, for tests that read very many or very long ones. */
public final class AnswerFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerFields() {}

    /** The fields of an answer that is an object. */
    public static Map<String, Object> of(ValidatableResponse answer) {
        return of(answer.extract().asString());
    }

    /** What is sent, as it is sent. */
    static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> of(String answer) {
        try {
            return OpenApiDocument.map(JSON.readValue(answer, Object.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }
}
