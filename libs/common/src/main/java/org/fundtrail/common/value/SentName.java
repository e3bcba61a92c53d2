package org.fundtrail.common.value;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.stream.Stream;

/** What a field of terms is called where it is sent: by its own name unless that is a word of Java, such as {@code class}. */
public final class SentName {
    private SentName() {}

    public static String of(RecordComponent field) {
        var said = field.getAccessor().getAnnotation(JsonProperty.class);
        return said == null || said.value().isEmpty() ? field.getName() : said.value();
    }

    /** The same of a path, such as {@code lines[3].class}. */
    static String of(Class<?> record, String path) {
        var sent = new ArrayList<String>();
        var at = record;
        for (var step : path.split("\\.")) {
            int bracket = step.indexOf('[');
            var name = bracket < 0 ? step : step.substring(0, bracket);
            var component = Stream.of(at.getRecordComponents())
                    .filter(c -> c.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            sent.add(of(component) + step.substring(name.length()));
            at = component.getGenericType() instanceof ParameterizedType list
                            && list.getActualTypeArguments()[0] instanceof Class<?> one
                    ? one
                    : component.getType();
        }
        return String.join(".", sent);
    }
}
