package org.fundtrail.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** An answer as it is, for tests that read very many or very long ones: a path is compiled each time it is asked for. */
public final class AnswerFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerFields() {}

    /** The fields of an answer that is an object. */
    public static Map<String, Object> of(ValidatableResponse answer) {
        try {
            return OpenApiDocument.map(JSON.readValue(answer.extract().asString(), Object.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.extract().asString(), e);
        }
    }
}
