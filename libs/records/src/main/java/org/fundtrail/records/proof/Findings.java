package org.fundtrail.records.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fundtrail.common.FindingProblem;

/** What a check has found so far: the first of it in full, of the rest only how many. */
public final class Findings {
    /** So many are kept: whoever alters a million rows has one finding answered like a thousand. */
    static final int KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    void add(
            String table,
            Object record,
            String field,
            Long position,
            FindingProblem problem,
            Object expected,
            Object found) {
        add(new Finding(
                table,
                String.valueOf(record),
                field,
                position,
                problem,
                expected == null ? null : expected.toString(),
                found == null ? null : found.toString()));
    }

    /** Adds one unless both are the same. */
    void compare(String table, Object record, String field, Long position, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            add(table, record, field, position, FindingProblem.DIFFERENT, expected, found);
        }
    }

    public List<Finding> kept() {
        return kept;
    }

    public long count() {
        return count;
    }
}
