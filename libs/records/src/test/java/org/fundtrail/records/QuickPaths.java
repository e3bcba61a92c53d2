package org.fundtrail.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hamcrest.Matcher;

/**
 * An answer of which the usual paths, such as {@code items[0].id} and {@code items.find { it.id == '7' }.name}, are read without compiling a
 * script for each, as REST Assured does. Whatever is more than that, or is not as expected, is left to REST Assured, which then says so.
 */
final class QuickPaths implements InvocationHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEP =
            Pattern.compile("\\G(?:^|\\.)(?:find \\{ it\\.(\\w+) == '([^']*)' }|([A-Za-z]\\w*))|\\G\\[(\\d+)]");

    /** What only a script can say. */
    private static final Object UNKNOWN = new Object();

    private final Object answer;
    private final ExtractableResponse<?> extracted;
    private Object read;

    private QuickPaths(Object answer, ExtractableResponse<?> extracted) {
        this.answer = answer;
        this.extracted = extracted;
    }

    static ValidatableResponse of(ValidatableResponse answer) {
        return as(ValidatableResponse.class, new QuickPaths(answer, answer.extract()));
    }

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] values) throws Throwable {
        if (method.getName().equals("body") && fits(values)) {
            return self;
        }
        if (method.getName().equals("path")) {
            var found = ((Object[]) values[1]).length == 0 ? at((String) values[0]) : UNKNOWN;
            if (found != UNKNOWN) {
                return found;
            }
        }
        try {
            var said = method.invoke(answer, values);
            if (method.getName().equals("extract")) {
                return as(ExtractableResponse.class, new QuickPaths(said, extracted));
            }
            return said == answer ? self : said;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Whether paths and matchers, in turns, are what these values are, and every path is plain and is matched. */
    private boolean fits(Object[] values) {
        if (values.length != 3 || !(values[0] instanceof String) || !(values[2] instanceof Object[])) {
            return false;
        }
        var pairs = new ArrayList<>(List.of(values[0], values[1]));
        pairs.addAll(Arrays.asList((Object[]) values[2]));
        for (int i = 0; i < pairs.size(); i += 2) {
            if (!(pairs.get(i) instanceof String path) || !(pairs.get(i + 1) instanceof Matcher<?> expected)) {
                return false;
            }
            var found = at(path);
            if (found == UNKNOWN || !expected.matches(found)) {
                return false;
            }
        }
        return true;
    }

    private Object at(String path) {
        var found = read();
        int end = 0;
        for (var step = STEP.matcher(path); step.find(); end = step.end()) {
            if (step.group(4) != null) {
                found = nth(found, Integer.parseInt(step.group(4)));
            } else {
                found = step.group(1) != null
                        ? first(found, step.group(1), step.group(2))
                        : named(found, step.group(3));
            }
        }
        return end == path.length() ? found : UNKNOWN;
    }

    private Object read() {
        if (read == null) {
            try {
                read = String.valueOf(extracted.contentType()).contains("json")
                        ? JSON.readValue(extracted.asString(), Object.class)
                        : UNKNOWN;
            } catch (JsonProcessingException notJson) {
                read = UNKNOWN;
            }
        }
        return read;
    }

    private static Object nth(Object all, int n) {
        return all instanceof List<?> list && n < list.size() ? list.get(n) : UNKNOWN;
    }

    private static Object first(Object all, String name, String value) {
        return all instanceof List<?> list
                ? list.stream()
                        .filter(one -> value.equals(named(one, name)))
                        .findFirst()
                        .orElse(null)
                : UNKNOWN;
    }

    /** The field of this name; of each, where there are many. */
    private static Object named(Object of, String name) {
        if (of instanceof List<?> list) {
            var found = list.stream().map(one -> named(one, name)).toList();
            return found.contains(UNKNOWN) ? UNKNOWN : found;
        }
        return of instanceof Map<?, ?> map && !(map.get(name) instanceof Double) ? map.get(name) : UNKNOWN;
    }
}
