-- SPDX-License-Identifier: EUPL-1.2
-- How much stood by a day on accounts of a record, of these kinds together (named one after the other, with commas): what came less what went,
-- whichever entry moved it. So much of a contract is certified, invoiced or paid, net and VAT. Each account's postings come out of an index;
-- what is not sealed yet counts for nothing yet.
CREATE FUNCTION journal.stood_on(owner uuid, kinds text, day date) RETURNS numeric
    LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$
    SELECT sum(side.amount)
    FROM journal.account a
        CROSS JOIN LATERAL (
            SELECT p.entry_id, -p.amount AS amount FROM journal.posting p
            WHERE p.log_id = 1 AND p.debit = a.id AND p.effective_date <= stood_on.day
            UNION ALL
            SELECT p.entry_id, p.amount FROM journal.posting p
            WHERE p.log_id = 1 AND p.credit = a.id AND p.effective_date <= stood_on.day) side
        JOIN journal.leaf l ON l.log_id = 1 AND l.entry_id = side.entry_id
    WHERE a.log_id = 1 AND a.owner = stood_on.owner AND a.kind = ANY (string_to_array(stood_on.kinds, ','))
$$;
REVOKE ALL ON FUNCTION journal.stood_on(uuid, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal.stood_on TO ${app};
