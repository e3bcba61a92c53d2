package org.fundtrail.common.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;

/**
 * Terms of which only some fields were sent, as a form that is filled in step by step has them.
 *
 * @param terms what was sent, read as a whole would be: a field that nobody knows is refused here too
 * @param sent the same as JSON, which knows what was left out
 */
@JsonDeserialize(using = Part.Reader.class)
public record Part<T extends Terms>(T terms, JsonNode sent) {

    /** Whether the field was sent, blank and null too; so are all fields within one that was sent as null. */
    boolean has(String field) {
        var at = JsonPointer.compile("/" + field.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/'));
        if (!sent.at(at).isMissingNode()) {
            return true;
        }
        while (sent.at(at).isMissingNode()) {
            at = at.head();
        }
        return sent.at(at).isNull();
    }

    static final class Reader extends JsonDeserializer<Part<?>> implements ContextualDeserializer {
        private final JavaType type;

        Reader() {
            this(null);
        }

        private Reader(JavaType type) {
            this.type = type;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(context.getContextualType().containedType(0));
        }

        @Override
        public Part<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var sent = context.readTree(parser);
            Terms terms = context.readTreeAsValue(sent, type);
            return new Part<>(terms, sent);
        }
    }
}
