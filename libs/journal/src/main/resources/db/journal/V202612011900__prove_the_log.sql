-- SPDX-License-Identifier: EUPL-1.2
-- The log can be proved: a Merkle tree (RFC 9162) over the leaves, whose complete subtrees of 256, 256 x 256, ... leaves are kept, so that a
-- root or a proof reads a few hundred hashes however long the log is; checkpoints, which are signed notes of a size and its root (C2SP
-- tlog-checkpoint); and the keys that they are signed with. What is sealed before this migration gets its subtrees here.
CREATE TABLE journal.subtree (
    log_id smallint NOT NULL CHECK (log_id = 1),
    height smallint NOT NULL CHECK (height > 0 AND height % 8 = 0),
    n      bigint   NOT NULL CHECK (n >= 0),             -- it is over the leaves from n * 2^height on
    hash   bytea    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (log_id, height, n)
);

-- Of each size one key signs: the newest that came into use at or before it. No two begin at the same size.
CREATE TABLE journal.log_key (
    log_id     smallint NOT NULL CHECK (log_id = 1),
    key_id     bytea    NOT NULL CHECK (length(key_id) = 4),
    name       text     NOT NULL,
    public_key bytea    NOT NULL CHECK (length(public_key) = 32),
    first_size bigint   NOT NULL CHECK (first_size >= 0),
    PRIMARY KEY (log_id, key_id),
    CONSTRAINT log_key_begins_once UNIQUE (log_id, first_size),
    CHECK (key_id = substring(sha256(convert_to(name, 'UTF8') || '\x0a01'::bytea || public_key) FOR 4))
);

CREATE TABLE journal.checkpoint (
    log_id    smallint    NOT NULL CHECK (log_id = 1),
    size      bigint      NOT NULL CHECK (size > 0),
    root      bytea       NOT NULL CHECK (length(root) = 32),
    note      text        NOT NULL,                      -- the whole signed note
    key_id    bytea       NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (log_id, size),
    FOREIGN KEY (log_id, key_id) REFERENCES journal.log_key
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['subtree', 'log_key', 'checkpoint'] LOOP
        EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON journal.%I FOR EACH ROW EXECUTE FUNCTION journal.forbid()', t);
        EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON journal.%I FOR EACH STATEMENT EXECUTE FUNCTION journal.forbid()', t);
        EXECUTE format('ALTER TABLE journal.%I ENABLE ALWAYS TRIGGER never_changed', t);
        EXECUTE format('ALTER TABLE journal.%I ENABLE ALWAYS TRIGGER never_emptied', t);
    END LOOP;
END
$$;

-- The root over 256 hashes, which stand one behind the other.
CREATE FUNCTION journal.root_of_256(hashes bytea) RETURNS bytea LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS
$$BEGIN
    IF length(hashes) IS DISTINCT FROM 256 * 32 THEN
        RAISE EXCEPTION 'the log has a gap: % bytes of hashes where there should be those of 256', coalesce(length(hashes), 0);
    END IF;
    WHILE length(hashes) > 32 LOOP
        SELECT string_agg(sha256('\x01'::bytea || substring(hashes FROM i * 64 + 1 FOR 64)), ''::bytea ORDER BY i) INTO hashes
        FROM generate_series(0, length(hashes) / 64 - 1) i;
    END LOOP;
    RETURN hashes;
END$$;

-- Makes the subtrees that are complete in a log of this size and not there yet.
CREATE FUNCTION journal.grow(size bigint) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
DECLARE
    level int := 8;
    made bigint;
BEGIN
    WHILE size >> level > 0 LOOP
        SELECT coalesce(max(s.n) + 1, 0) INTO made FROM journal.subtree s WHERE s.log_id = 1 AND s.height = level;
        FOR block IN made .. (size >> level) - 1 LOOP
            INSERT INTO journal.subtree (log_id, height, n, hash)
            SELECT 1, level, block, journal.root_of_256(CASE WHEN level = 8
                THEN (SELECT string_agg(l.leaf_hash, ''::bytea ORDER BY l.position) FROM journal.leaf l
                      WHERE l.log_id = 1 AND l.position BETWEEN block * 256::bigint AND block * 256::bigint + 255)
                ELSE (SELECT string_agg(s.hash, ''::bytea ORDER BY s.n) FROM journal.subtree s
                      WHERE s.log_id = 1 AND s.height = level - 8 AND s.n BETWEEN block * 256::bigint AND block * 256::bigint + 255) END);
        END LOOP;
        level := level + 8;
    END LOOP;
END$$;

-- As before; the tree grows with the log.
CREATE OR REPLACE FUNCTION journal.seal(most int, at timestamptz) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET lock_timeout = '2s' AS
$$
DECLARE
    head bigint;
    sealed int;
BEGIN
    IF NOT EXISTS (SELECT FROM journal.pending WHERE log_id = 1) THEN
        RETURN 0;
    END IF;
    SELECT size INTO head FROM journal.log_head WHERE log_id = 1 FOR UPDATE;
    WITH taken AS (
        DELETE FROM journal.pending
        WHERE log_id = 1 AND n IN (SELECT n FROM journal.pending WHERE log_id = 1 ORDER BY n LIMIT most)
        RETURNING log_id, n, entry_id),
    placed AS (
        INSERT INTO journal.leaf (log_id, position, entry_id, leaf_hash, subject_id, parent_id, actor, institution, action, recorded_on)
        SELECT t.log_id, head + row_number() OVER (ORDER BY t.n) - 1, t.entry_id, e.leaf_hash, e.subject_id, e.parent_id, e.actor,
            e.institution, e.action, (e.recorded_at AT TIME ZONE 'Europe/Vilnius')::date
        FROM taken t JOIN journal.entry e ON e.log_id = t.log_id AND e.id = t.entry_id
        RETURNING log_id, recorded_on, position),
    days AS (
        INSERT INTO journal.day (log_id, day, first_position, last_position)
        SELECT log_id, recorded_on, min(position), max(position) FROM placed GROUP BY log_id, recorded_on
        ON CONFLICT (log_id, day) DO UPDATE SET last_position = excluded.last_position)
    SELECT count(*) INTO sealed FROM placed;
    IF sealed > 0 THEN
        UPDATE journal.log_head SET size = head + sealed, sealed_at = at WHERE log_id = 1;
        PERFORM journal.grow(head + sealed);
    END IF;
    RETURN sealed;
END$$;

-- From which size on a new key signs: behind every checkpoint that there is. Until the transaction ends there comes no other.
CREATE FUNCTION journal.next_key_begins() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET lock_timeout = '2s' AS
$$BEGIN
    LOCK TABLE journal.checkpoint IN SHARE ROW EXCLUSIVE MODE;
    RETURN (SELECT coalesce(max(c.size) + 1, 0) FROM journal.checkpoint c WHERE c.log_id = 1);
END$$;

-- A key comes into use in the transaction that wrote the entry which says so.
CREATE FUNCTION journal.only_by_its_introduction() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF NEW.first_size <> journal.next_key_begins()
        OR NOT EXISTS (SELECT FROM journal.pending p JOIN journal.entry e ON e.log_id = p.log_id AND e.id = p.entry_id
                       WHERE e.action = 'log-key.introduced' AND e.subject_reference = encode(NEW.key_id, 'hex')
                           AND e.xmin = pg_current_xact_id()::xid)
    THEN
        RAISE EXCEPTION 'a key of the log is introduced only by its entry' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END$$;
CREATE TRIGGER only_by_its_introduction BEFORE INSERT ON journal.log_key FOR EACH ROW EXECUTE FUNCTION journal.only_by_its_introduction();

-- A checkpoint is of what is sealed, and signed with the key of its size.
CREATE FUNCTION journal.only_of_what_is_sealed() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF NEW.size > (SELECT h.size FROM journal.log_head h WHERE h.log_id = 1)
        OR NEW.key_id IS DISTINCT FROM (SELECT k.key_id FROM journal.log_key k WHERE k.log_id = 1 AND k.first_size <= NEW.size
                                        ORDER BY k.first_size DESC LIMIT 1)
    THEN
        RAISE EXCEPTION 'no checkpoint of size % with this key', NEW.size USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END$$;
CREATE TRIGGER only_of_what_is_sealed BEFORE INSERT ON journal.checkpoint FOR EACH ROW EXECUTE FUNCTION journal.only_of_what_is_sealed();

REVOKE ALL ON FUNCTION journal.root_of_256(bytea), journal.grow(bigint), journal.next_key_begins(), journal.only_by_its_introduction(),
    journal.only_of_what_is_sealed() FROM PUBLIC;
GRANT SELECT ON journal.subtree, journal.log_key, journal.checkpoint TO ${app}, fundtrail_auditor;
GRANT INSERT ON journal.log_key, journal.checkpoint TO ${app};
GRANT EXECUTE ON FUNCTION journal.next_key_begins() TO ${app};

-- Who seals meanwhile has to wait, and makes what is missing.
SELECT size FROM journal.log_head WHERE log_id = 1 FOR UPDATE;
SELECT journal.grow(size) FROM journal.log_head WHERE log_id = 1;
