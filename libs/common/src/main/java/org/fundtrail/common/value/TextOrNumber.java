package org.fundtrail.common.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads text that many write as a whole number, such as what a paper is numbered by: with or without quotes. */
public final class TextOrNumber extends StdScalarDeserializer<String> {
    /** Said of the field in the API's document: {@code extensions = @Extension(name = TextOrNumber.SAID, value = "true")}. */
    public static final String SAID = "x-number-taken";

    TextOrNumber() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.hasToken(JsonToken.VALUE_NUMBER_INT) ? parser.getText() : context.readValue(parser, String.class);
    }
}
