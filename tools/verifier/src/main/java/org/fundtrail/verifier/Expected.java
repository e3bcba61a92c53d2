package org.fundtrail.verifier;

import java.util.Map;

/** Hears which rows there have to be, as they follow from the entries. */
interface Expected {
    /**
     * @param key the row's own, its parts behind each other with blanks between
     * @param entry by which it is as it is
     * @param columns text, {@code Long}, {@code BigDecimal}, {@code Boolean}, {@code Instant} or null
     */
    void row(String table, String key, String entry, Map<String, Object> columns);
}
