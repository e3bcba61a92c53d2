-- What was recorded wrongly is corrected, in a transaction that wrote the entry which says so. A record is written before its entry, so this
-- is asked at the end; the first argument is what the entry says was done, the others are columns that stay.
CREATE FUNCTION journal.only_by_a_correction() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF NOT EXISTS (SELECT FROM journal.pending p JOIN journal.entry e ON e.log_id = p.log_id AND e.id = p.entry_id
                   WHERE e.subject_id = NEW.id AND e.action = TG_ARGV[0] AND e.xmin = pg_current_xact_id()::xid)
        OR EXISTS (SELECT FROM unnest(TG_ARGV[1:]) AS stays WHERE to_jsonb(NEW) -> stays <> to_jsonb(OLD) -> stays)
    THEN
        RAISE EXCEPTION '% of % changes only by a correction', TG_TABLE_NAME, NEW.id USING ERRCODE = '42501';
    END IF;
    RETURN NULL;
END$$;
REVOKE ALL ON FUNCTION journal.only_by_a_correction() FROM PUBLIC;

-- As before; the columns that are named as arguments may be corrected in what is in force.
CREATE OR REPLACE FUNCTION journal.only_by_steps() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    -- n, where there is one, is a number that a step gives
    IF (NEW.status <> OLD.status OR to_jsonb(NEW) -> 'n' IS DISTINCT FROM to_jsonb(OLD) -> 'n') AND NOT journal.stepped_now(NEW.id, NULL)
        OR to_jsonb(NEW) - '{status,version,n}'::text[] <> to_jsonb(OLD) - '{status,version,n}'::text[]
            AND NOT (OLD.status = 'RETURNED' AND journal.stepped_now(NEW.id, '{CHANGE}'))
            AND NOT (OLD.status = 'APPROVED'
                AND to_jsonb(NEW) - ('{version}'::text[] || TG_ARGV::text[]) = to_jsonb(OLD) - ('{version}'::text[] || TG_ARGV::text[]))
    THEN
        RAISE EXCEPTION '% of % changes only by a step', TG_TABLE_NAME, OLD.id USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END$$;
