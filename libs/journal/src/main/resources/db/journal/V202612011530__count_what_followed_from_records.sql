-- SPDX-License-Identifier: EUPL-1.2
-- With how much a record counted by a day on accounts of others, of these kinds together (named one after the other, with commas): what its own
-- entries moved there, and those of what was recorded under it. So much of a claim was paid, less what was taken back. Both come out of an
-- index; what is not sealed yet counts for nothing yet.
CREATE FUNCTION journal.counted_since(record uuid, kinds text, day date) RETURNS numeric
    LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$
    SELECT sum(CASE WHEN p.credit = a.id THEN p.amount ELSE -p.amount END)
    FROM (
            SELECT l.entry_id FROM journal.leaf l WHERE l.log_id = 1 AND l.subject_id = counted_since.record
            UNION ALL
            SELECT l.entry_id FROM journal.leaf l WHERE l.log_id = 1 AND l.parent_id = counted_since.record) its
        JOIN journal.posting p ON p.log_id = 1 AND p.entry_id = its.entry_id AND p.effective_date <= counted_since.day
        JOIN journal.account a ON a.log_id = 1 AND a.id IN (p.debit, p.credit)
    WHERE a.kind = ANY (string_to_array(counted_since.kinds, ','))
$$;
REVOKE ALL ON FUNCTION journal.counted_since(uuid, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal.counted_since TO ${app};
