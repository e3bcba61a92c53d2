package org.fundtrail.verifier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259), strictly: one value and nothing behind it, no name twice in an object, no half of a surrogate pair. Whole numbers are
 * {@code Long} where they fit, all others {@code BigDecimal}, exactly as they are written.
 */
final class Json {
    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 1000;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object read(byte[] bytes) throws Unreadable {
        return read(Texts.utf8(bytes));
    }

    static Object read(String text) throws Unreadable {
        var json = new Json(text);
        var value = json.value(0);
        json.blanks();
        if (json.at != text.length()) {
            throw json.wrong();
        }
        return value;
    }

    /** The same where only an object will do. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(byte[] bytes) throws Unreadable {
        if (read(bytes) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new Unreadable(Problem.NOT_JSON, "at", 0);
    }

    private Object value(int depth) throws Unreadable {
        if (depth > DEEPEST) {
            throw wrong();
        }
        blanks();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) throws Unreadable {
        var map = new LinkedHashMap<String, Object>();
        at++;
        blanks();
        if (peek() == '}') {
            at++;
            return map;
        }
        while (true) {
            blanks();
            if (peek() != '"') {
                throw wrong();
            }
            var name = string();
            blanks();
            must(':');
            if (map.containsKey(name)) {
                throw wrong();
            }
            map.put(name, value(depth + 1));
            blanks();
            if (peek() == '}') {
                at++;
                return map;
            }
            must(',');
        }
    }

    private List<Object> array(int depth) throws Unreadable {
        var list = new ArrayList<>();
        at++;
        blanks();
        if (peek() == ']') {
            at++;
            return list;
        }
        while (true) {
            list.add(value(depth + 1));
            blanks();
            if (peek() == ']') {
                at++;
                return list;
            }
            must(',');
        }
    }

    private String string() throws Unreadable {
        var out = new StringBuilder();
        at++;
        while (true) {
            char c = next();
            if (c == '"') {
                break;
            } else if (c == '\\') {
                out.append(escaped());
            } else if (c < ' ') {
                throw wrong();
            } else {
                out.append(c);
            }
        }
        for (int i = 0; i < out.length(); i++) {
            if (Character.isSurrogate(out.charAt(i))) {
                if (i + 1 == out.length() || !Character.isSurrogatePair(out.charAt(i), out.charAt(i + 1))) {
                    throw wrong();
                }
                i++;
            }
        }
        return out.toString();
    }

    private char escaped() throws Unreadable {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
            default -> throw wrong();
        };
    }

    private int hex() throws Unreadable {
        char c = next();
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw wrong();
        }
        return digit;
    }

    private Object number() throws Unreadable {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var number = text.substring(from, at);
        if (number.length() > LONGEST_NUMBER || !NUMBER.matcher(number).matches()) {
            throw wrong();
        }
        return WHOLE.matcher(number).matches() ? (Object) Long.valueOf(number) : new BigDecimal(number);
    }

    private Object word(String word, Object value) throws Unreadable {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return value;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws Unreadable {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private char next() throws Unreadable {
        char c = peek();
        at++;
        return c;
    }

    private void must(char c) throws Unreadable {
        if (next() != c) {
            throw wrong();
        }
    }

    private Unreadable wrong() {
        return new Unreadable(Problem.NOT_JSON, "at", at);
    }
}
