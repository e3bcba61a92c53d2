package org.fundtrail.records.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fundtrail.journal.CanonicalJson;

/** What entries say and rows hold, as JSON: read, and held against each other. */
final class Said {
    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*Z");
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private Said() {}

    /** The body of an entry; null where it is not the canonical JSON of one. */
    static JsonNode body(byte[] body) {
        try {
            var said = JSON.readTree(body);
            return said != null && said.isObject() && Arrays.equals(body, CanonicalJson.bytes(plain(said)))
                    ? said
                    : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Facts as a version keeps them; null where they are not canonical JSON of an object. */
    static JsonNode facts(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A row, by the names of its columns. */
    static JsonNode row(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Object plain(JsonNode said) {
        if (said.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            said.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
            return map;
        }
        if (said.isArray()) {
            var all = new ArrayList<>(said.size());
            said.forEach(one -> all.add(plain(one)));
            return all;
        }
        if (said.isTextual()) {
            return said.textValue();
        }
        if (said.isBoolean()) {
            return said.booleanValue();
        }
        if (said.isIntegralNumber() && said.canConvertToLong()) {
            return said.longValue();
        }
        if (said.isNull()) {
            return null;
        }
        throw new IllegalArgumentException("No canonical form for " + said);
    }

    /** How a fact is called as a column: {@code decision.date} is {@code decision_date}. */
    static String column(String fact) {
        return HUMP.matcher(fact.replace('.', '_')).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The fact behind a column: of its name, or of another record's reference by the name of what it names. */
    static JsonNode of(Map<String, JsonNode> facts, String column) {
        var fact = facts.get(column);
        return fact == null && column.endsWith("_reference")
                ? facts.get(column.substring(0, column.length() - "_reference".length()))
                : fact;
    }

    /** Whether a column holds what a fact says; nothing said is nothing held. */
    static boolean same(JsonNode fact, JsonNode value) {
        if (isNothing(fact) || isNothing(value)) {
            return isNothing(fact) && isNothing(value);
        }
        if (fact.isTextual() && value.isNumber()) {
            return isNumber(fact.textValue(), value.decimalValue());
        }
        if (fact.isTextual() && value.isTextual()) {
            return fact.textValue().equals(value.textValue()) || isSameInstant(fact.textValue(), value.textValue());
        }
        return fact.isNumber() && value.isNumber()
                ? fact.decimalValue().compareTo(value.decimalValue()) == 0
                : fact.equals(value);
    }

    static boolean isNothing(JsonNode said) {
        return said == null || said.isNull() || said.isMissingNode();
    }

    private static boolean isNumber(String text, BigDecimal value) {
        try {
            return new BigDecimal(text).compareTo(value) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isSameInstant(String said, String held) {
        try {
            return INSTANT.matcher(said).matches()
                    && Instant.parse(said).equals(OffsetDateTime.parse(held).toInstant());
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** As a finding quotes it. */
    static String text(JsonNode said) {
        return isNothing(said) ? null : said.isTextual() ? said.textValue() : said.toString();
    }
}
