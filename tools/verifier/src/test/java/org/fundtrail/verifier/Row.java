package org.fundtrail.verifier;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows and objects, written shortly. */
final class Row {
    private Row() {}

    /** Of name, value, name, value. */
    static Map<String, Object> of(Object... said) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < said.length; i += 2) {
            row.put((String) said[i], said[i + 1]);
        }
        return row;
    }

    /**
     * Columns out of what something says: {@code reason} is what it says under this name, {@code subject_id=subject.id} a part of a part,
     * {@code log_id=#1} a number and {@code client='test} a text.
     */
    static Map<String, Object> from(Map<String, Object> said, String columns) {
        var row = new LinkedHashMap<String, Object>();
        for (var column : columns.strip().split("\\s+")) {
            int at = column.indexOf('=');
            var path = at < 0 ? column : column.substring(at + 1);
            row.put(at < 0 ? column : column.substring(0, at), value(said, path));
        }
        return row;
    }

    private static Object value(Map<String, Object> said, String path) {
        if (path.startsWith("#")) {
            return Long.valueOf(path.substring(1));
        }
        if (path.startsWith("'")) {
            return path.substring(1);
        }
        Object value = said;
        for (var part : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return value;
    }
}
