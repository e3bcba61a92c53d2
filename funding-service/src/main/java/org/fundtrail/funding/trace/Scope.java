package org.fundtrail.funding.trace;

/**
 * Of what aid is traced, as conditions on lines of claims {@code l} with their claim {@code c}, on commitments {@code m} and on allocations
 * {@code a}; each has one parameter, an id or several of them.
 */
enum Scope {
    ALLOCATION("c.allocation_id = ?", "m.allocation_id = ?", "a.id = ?"),
    RECEIPT(
            "c.allocation_id = (SELECT r.allocation_id FROM funding.receipt r WHERE r.id = ?)",
            "m.allocation_id = (SELECT r.allocation_id FROM funding.receipt r WHERE r.id = ?)",
            "a.id = (SELECT r.allocation_id FROM funding.receipt r WHERE r.id = ?)"),
    COMMITMENT(
            "(c.allocation_id, c.project_id) = (SELECT o.allocation_id, o.project_id FROM funding.commitment o WHERE o.id = ?)",
            "m.id = ?",
            "a.id = (SELECT o.allocation_id FROM funding.commitment o WHERE o.id = ?)"),
    CLAIM(
            "c.id = ?",
            "(m.allocation_id, m.project_id) = (SELECT o.allocation_id, o.project_id FROM funding.claim o WHERE o.id = ?)",
            "a.id = (SELECT o.allocation_id FROM funding.claim o WHERE o.id = ?)"),
    RECOVERY(
            "(c.id, l.n + 1) IN (SELECT o.claim_id, x.line FROM funding.recovery o JOIN funding.recovery_line x ON x.recovery_id = o.id WHERE o.id = ?)",
            "(m.allocation_id, m.project_id) = (SELECT o.allocation_id, o.project_id FROM funding.recovery o WHERE o.id = ?)",
            "a.id = (SELECT o.allocation_id FROM funding.recovery o WHERE o.id = ?)"),
    PROJECT(
            "c.project_id = ?",
            "m.project_id = ?",
            "a.id IN (SELECT o.allocation_id FROM funding.commitment o WHERE o.project_id = ? AND o.status IN ('APPROVED', 'REVERSAL_PROPOSED'))"),
    /** An invoice that shares the amounts of another is traced with it, in either direction. */
    ITEM("coalesce(l.account, l.option_id) IN (" + Scope.ACCOUNTS + ")", """
            (m.allocation_id, m.project_id) IN (SELECT o.allocation_id, o.project_id FROM funding.claim o
                JOIN funding.claim_line i ON i.claim_id = o.id WHERE o.submitted_on IS NOT NULL AND coalesce(i.account, i.option_id) IN (%s))""".formatted(Scope.ACCOUNTS), """
            a.id IN (SELECT o.allocation_id FROM funding.claim o JOIN funding.claim_line i ON i.claim_id = o.id
                WHERE o.submitted_on IS NOT NULL AND coalesce(i.account, i.option_id) IN (%s))""".formatted(
                    Scope.ACCOUNTS));

    private static final String ACCOUNTS = """
            WITH of (ids) AS (SELECT ?::uuid[])
            SELECT unnest(ids) FROM of UNION SELECT d.account FROM of JOIN funding.claim_line d ON d.item = ANY (of.ids)""";

    final String lines;
    final String commitments;
    final String allocations;

    Scope(String lines, String commitments, String allocations) {
        this.lines = lines;
        this.commitments = commitments;
        this.allocations = allocations;
    }
}
