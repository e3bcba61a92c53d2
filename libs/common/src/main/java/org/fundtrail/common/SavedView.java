package org.fundtrail.common;

import java.util.UUID;

/**
 * How somebody looks at a list: no part of the books.
 *
 * @param list the room of the list, such as {@code receipts}
 * @param name what they call it; empty for the columns that they have chosen last
 * @param query the filters, the order and the columns, as they stand in the address of the list
 * @param role with whom of the same institution it is shared, or null
 * @param isMine whether the reader has saved it
 */
public record SavedView(UUID id, String list, String name, String query, String role, boolean isMine) {

    public static SavedView of(String name, String query, String role) {
        return new SavedView(null, null, name, query, role, true);
    }
}
