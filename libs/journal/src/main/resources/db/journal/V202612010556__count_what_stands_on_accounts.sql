-- SPDX-License-Identifier: EUPL-1.2
-- With how much a record had counted by a day, where what counts is all that stands on accounts of its own, whatever entry moved it: a
-- contract is worth what was signed and what variations changed. What an outside account gave counts. Each account's postings come out of
-- an index; what is not sealed yet counts for nothing yet.
CREATE FUNCTION journal.counted_of(owner uuid, kind text, day date) RETURNS numeric
    LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$
    SELECT sum(CASE WHEN side.credited = (a.floor IS NOT NULL) THEN side.amount ELSE -side.amount END)
    FROM journal.account a
        CROSS JOIN LATERAL (
            SELECT p.entry_id, p.amount, false AS credited FROM journal.posting p
            WHERE p.log_id = 1 AND p.debit = a.id AND p.effective_date <= counted_of.day
            UNION ALL
            SELECT p.entry_id, p.amount, true FROM journal.posting p
            WHERE p.log_id = 1 AND p.credit = a.id AND p.effective_date <= counted_of.day) side
        JOIN journal.leaf l ON l.log_id = 1 AND l.entry_id = side.entry_id
    WHERE a.log_id = 1 AND a.owner = counted_of.owner AND a.kind = counted_of.kind
$$;
REVOKE ALL ON FUNCTION journal.counted_of(uuid, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal.counted_of TO ${app};
