package org.fundtrail.records;

import java.util.Set;

/**
 * A day of the records of a kind that comes to somebody; it is in an index. The record's table is called {@code r}.
 *
 * @param select a SELECT without conditions: type, id, reference, parent_type, parent_id, parent_reference, what (that happens then, such as
 *     {@code due}), day
 * @param day its column
 * @param counting the condition under which it matters
 * @param roles to whom it matters
 */
public record Dated(String select, String day, String counting, Set<String> roles) {}
