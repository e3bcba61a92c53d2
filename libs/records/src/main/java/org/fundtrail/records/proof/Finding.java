package org.fundtrail.records.proof;

import org.fundtrail.common.FindingProblem;

/**
 * A place of the database that is not as the entries say.
 *
 * @param table with its schema
 * @param record which row: its id, or the values of its key with commas
 * @param field the column, or null for the whole row
 * @param position of the entry that says otherwise, or null
 * @param expected what the entries say, or null
 * @param found what stands there, or null
 */
public record Finding(
        String table,
        String record,
        String field,
        Long position,
        FindingProblem problem,
        String expected,
        String found) {
    private static final int LONGEST = 500;

    public Finding {
        expected = cut(expected);
        found = cut(found);
    }

    private static String cut(String said) {
        return said == null || said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }
}
