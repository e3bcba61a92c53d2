package org.fundtrail.journal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one way to write a value as JSON, so that its hash is always the same: RFC 8785 restricted to objects, arrays, text, booleans, null
 * and whole numbers that every reader holds exactly. Amounts, rates, dates and times are text.
 */
public final class CanonicalJson {
    /** The largest whole number that a double holds exactly. */
    private static final long SAFE = (1L << 53) - 1;

    private CanonicalJson() {}

    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            write(text, out);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            long number = ((Number) value).longValue();
            if (number > SAFE || number < -SAFE) {
                throw new IllegalArgumentException("A number beyond 2^53 - 1 must be text: " + number);
            }
            out.append(number);
        } else if (value instanceof Map<?, ?> map) {
            write(map, out);
        } else if (value instanceof Collection<?> all) {
            var comma = "";
            out.append('[');
            for (var one : all) {
                out.append(comma);
                write(one, out);
                comma = ",";
            }
            out.append(']');
        } else {
            throw new IllegalArgumentException(
                    "No canonical form for " + value.getClass().getName());
        }
    }

    private static void write(Map<?, ?> map, StringBuilder out) {
        var sorted = new TreeMap<String, Object>(); // String orders by UTF-16 code units, as RFC 8785 does
        map.forEach((key, value) -> sorted.put((String) key, value));
        var comma = "";
        out.append('{');
        for (var one : sorted.entrySet()) {
            out.append(comma);
            write(one.getKey(), out);
            out.append(':');
            write(one.getValue(), out);
            comma = ",";
        }
        out.append('}');
    }

    private static void write(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else if (Character.isSurrogate(c)) {
                        i = writePair(text, i, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static int writePair(String text, int i, StringBuilder out) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
            throw new IllegalArgumentException("Half of a surrogate pair has no canonical form");
        }
        out.append(text, i, i + 2);
        return i + 1;
    }
}
