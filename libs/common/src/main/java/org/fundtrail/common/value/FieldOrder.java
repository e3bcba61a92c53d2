package org.fundtrail.common.value;

import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Where a field stands among those of its record, and of the record around it: {@code sources[3].url} is the second field of the fourth
 * of the eleventh.
 */
record FieldOrder(int... numbers) implements Comparable<FieldOrder> {

    static FieldOrder of(Class<?> record, String field) {
        var steps = field.split("[.\\[]");
        var numbers = new int[steps.length];
        var at = record;
        for (int i = 0; i < steps.length; i++) {
            if (steps[i].endsWith("]")) {
                numbers[i] = Integer.parseInt(steps[i].substring(0, steps[i].length() - 1));
                continue;
            }
            var components = at.getRecordComponents();
            numbers[i] = Stream.of(components).map(SentName::of).toList().indexOf(steps[i]);
            at = components[numbers[i]].getGenericType() instanceof ParameterizedType list
                    ? (Class<?>) list.getActualTypeArguments()[0]
                    : components[numbers[i]].getType();
        }
        return new FieldOrder(numbers);
    }

    @Override
    public int compareTo(FieldOrder other) {
        return Arrays.compare(numbers, other.numbers);
    }
}
