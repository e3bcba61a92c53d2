package org.fundtrail.records;

import java.util.Set;

/**
 * A day of the records of a kind that comes to somebody; it is in an index. The record's table is called {@code r}.
 *
 * @param select a SELECT without conditions: type, id, reference, parent_type, parent_id, parent_reference, what (that happens then, such as
 *     {@code due}), day
 * @param column which day of the record it is
 * @param after how many days after that
 * @param counting the condition under which it matters
 * @param roles to whom it matters
 */
public record Dated(String select, String column, int after, String counting, Set<String> roles) {

    public Dated(String select, String column, String counting, Set<String> roles) {
        this(select, column, 0, counting, roles);
    }
}
