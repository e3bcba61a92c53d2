package org.fundtrail.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How a service reads JSON: what it does not know it refuses, what is text must be text, and what cannot be kept never gets in. On with
 * {@code fundtrail.strict-json}; a client of other services leaves it off and reads what it knows.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    /** The longest text of a field, in characters. */
    public static final int TEXT = 2000;

    private static final Pattern RATE = Pattern.compile("[01](\\.\\d{1,6})?");

    private final boolean strict;

    StrictJson(@ConfigProperty(name = "fundtrail.strict-json", defaultValue = "false") boolean strict) {
        this.strict = strict;
    }

    @Override
    public int priority() {
        return MINIMUM_PRIORITY; // the last word, after what the framework sets
    }

    @Override
    public void customize(ObjectMapper json) {
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        if (!strict) {
            return;
        }
        json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        json.enable(
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.setConfig(json.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        json.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        json.registerModule(new SimpleModule("strict")
                .addDeserializer(String.class, new Text())
                .addDeserializer(BigDecimal.class, new Fraction())
                .addDeserializer(LocalDate.class, new Day()));
    }

    /** Stripped text; blank counts as absent. */
    private static final class Text extends StdScalarDeserializer<String> {
        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw Unreadable.by(parser, InputRule.NOT_TEXT);
            }
            var text = parser.getText().strip();
            if (text.codePoints()
                    .anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                throw Unreadable.by(parser, InputRule.UNUSABLE_TEXT);
            }
            if (text.codePointCount(0, text.length()) > TEXT) {
                throw Unreadable.by(parser, InputRule.TOO_LONG, "max", String.valueOf(TEXT));
            }
            return text.isEmpty() ? null : text;
        }
    }

    /** A rate: a decimal fraction in quotes, between 0 and 1. Money reads itself. */
    private static final class Fraction extends StdScalarDeserializer<BigDecimal> {
        Fraction() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)
                    || !RATE.matcher(parser.getText()).matches()) {
                throw Unreadable.by(parser, InputRule.RATE_MALFORMED);
            }
            return new BigDecimal(parser.getText());
        }
    }

    private static final class Day extends StdScalarDeserializer<LocalDate> {
        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                if (parser.hasToken(JsonToken.VALUE_STRING)) {
                    return LocalDate.parse(parser.getText());
                }
            } catch (DateTimeParseException e) {
                // said below, together with what is no text at all
            }
            throw Unreadable.by(parser, InputRule.DATE_MALFORMED);
        }
    }
}
