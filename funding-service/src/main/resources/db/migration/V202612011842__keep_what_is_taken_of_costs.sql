-- SPDX-License-Identifier: EUPL-1.2
-- How much of each cost is funded or declared, kept with what moves it, so that those close to all of it are a range of an index.

CREATE TABLE funding.cost_share (
    id          uuid PRIMARY KEY REFERENCES funding.expenditure,
    institution text NOT NULL,
    project_id  uuid NOT NULL,
    -- the larger of what is funded of its cost and what is declared of what is eligible of it, rounded down; what nobody can have of either
    -- any more is taken too
    share       numeric(7, 6) NOT NULL CHECK (share BETWEEN 0 AND 1),
    -- how many claims have a part of it
    claims      int  NOT NULL CHECK (claims >= 0)
);
CREATE INDEX cost_share_by_share ON funding.cost_share (institution, share, id) WHERE claims > 0;
CREATE INDEX cost_share_of_several ON funding.cost_share (institution, share, id) WHERE claims > 1;
CREATE INDEX all_cost_shares_by_share ON funding.cost_share (share, id) WHERE claims > 0;
CREATE INDEX all_cost_shares_of_several ON funding.cost_share (share, id) WHERE claims > 1;
CREATE INDEX cost_share_of_project ON funding.cost_share (project_id, share, id) WHERE claims > 0;

CREATE FUNCTION funding.taken_share(held numeric, kept numeric, whole numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN held <= 0 THEN 0 WHEN whole <= 0 THEN 1 ELSE least(1, trunc((held + kept) / whole, 6)) END;

CREATE FUNCTION funding.keep_cost_shares(items uuid[]) RETURNS void LANGUAGE sql SET search_path = pg_catalog AS
$$
    INSERT INTO funding.cost_share AS s (id, institution, project_id, share, claims)
    SELECT e.id, e.institution, e.project_id, greatest(
            funding.taken_share(h.funded, h.unfunded, CASE WHEN e.counts THEN e.gross - e.credited ELSE 0 END),
            funding.taken_share(h.declared, h.not_eligible, CASE WHEN e.counts AND e.eligible > 0
                THEN e.eu_eligible - round(e.eu_eligible * e.eligible_credited / e.eligible, 2) ELSE 0 END)), h.claims
    FROM funding.expenditure e CROSS JOIN LATERAL (
        SELECT coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'FUNDED'), 0) AS funded,
            coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'DECLARED'), 0) AS declared,
            coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'UNFUNDED'), 0) AS unfunded,
            coalesce(sum(b.credits - b.debits) FILTER (WHERE a.kind = 'NOT_ELIGIBLE'), 0) AS not_eligible,
            count(DISTINCT a.party) FILTER (WHERE a.kind IN ('FUNDED', 'DECLARED') AND b.credits > b.debits) AS claims
        FROM journal.account a JOIN journal.balance b ON b.log_id = a.log_id AND b.account_id = a.id
        WHERE a.log_id = 1 AND a.owner = e.id AND a.kind IN ('FUNDED', 'DECLARED', 'UNFUNDED', 'NOT_ELIGIBLE')) h
    WHERE e.id = ANY (items)
    ORDER BY e.id
    ON CONFLICT (id) DO UPDATE SET share = excluded.share, claims = excluded.claims
        WHERE (s.share, s.claims) IS DISTINCT FROM (excluded.share, excluded.claims);
$$;

-- Money of an item moves only under the lock of its row, so nobody else keeps its share meanwhile.
CREATE FUNCTION funding.balances_move_shares() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$DECLARE
    items uuid[] := ARRAY(SELECT DISTINCT a.owner FROM moved m JOIN journal.account a ON a.log_id = m.log_id AND a.id = m.account_id
                          WHERE a.kind IN ('FUNDED', 'DECLARED', 'UNFUNDED', 'NOT_ELIGIBLE'));
BEGIN
    IF cardinality(items) > 0 THEN
        PERFORM funding.keep_cost_shares(items);
    END IF;
    RETURN NULL;
END$$;
CREATE TRIGGER balances_move_shares AFTER UPDATE ON journal.balance REFERENCING NEW TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION funding.balances_move_shares();

CREATE FUNCTION funding.amounts_move_shares() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    PERFORM funding.keep_cost_shares(ARRAY[NEW.id]);
    RETURN NULL;
END$$;
CREATE TRIGGER amounts_move_shares AFTER UPDATE ON funding.expenditure FOR EACH ROW EXECUTE FUNCTION funding.amounts_move_shares();

REVOKE ALL ON FUNCTION funding.keep_cost_shares(uuid[]), funding.balances_move_shares(), funding.amounts_move_shares() FROM PUBLIC;
GRANT SELECT ON funding.cost_share TO ${app}, fundtrail_auditor;

SELECT funding.keep_cost_shares(ARRAY(SELECT e.id FROM funding.expenditure e));
