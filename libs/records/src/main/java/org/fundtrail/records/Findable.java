package org.fundtrail.records;

import java.util.List;

/**
 * How the records of a kind are found by what somebody types; each expression is in an index. The record's table is called {@code r}.
 *
 * @param select a SELECT without conditions: type, id, reference, title, title_lt (or null where it has one language), party, parent_type,
 *     parent_id, parent_reference, amount, currency, status, recorded_at
 * @param reference what it is called
 * @param texts what it says; those of one table together
 * @param amounts what it comes to
 */
public record Findable(String select, String reference, List<List<String>> texts, List<String> amounts) {}
