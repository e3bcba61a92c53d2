-- The journal: what was done, by whom, with which money, in an order that nobody can change afterwards. ${app} is the service's role.
--  * entry and posting are written in the transaction of the change itself and never touched again;
--  * balances and turnovers follow from postings by a trigger: the service cannot write them, so no balance is without its postings;
--  * balances are locked in the order of their accounts, their floor is a CHECK: who loses a race is refused, nothing is overdrawn;
--  * pending is written with the entry, while those locks are held; seal() drains it under the lock of log_head and appends leaves:
--    positions without a gap, committed entries only, in a serial order of the transactions;
--  * every key starts with log_id and ids are made by the application, so that logs can be spread over machines. No writer touches
--    log_head, not even by a foreign key: it is one row, and all would wait for it.
CREATE SCHEMA IF NOT EXISTS journal;

-- Text is looked for as people type it, in any case and without diacritics: BOKSTAI finds bokštai. Both extensions come with PostgreSQL
-- and are trusted: the owner of a database makes them.
CREATE SCHEMA search;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA search;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA search;

CREATE FUNCTION search.plain(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN lower(search.unaccent('search.unaccent', said));

-- The pattern of LIKE, with ! as its escape, that finds the text anywhere in plain text.
CREATE FUNCTION search.anywhere(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN '%' || replace(replace(replace(search.plain(said), '!', '!!'), '%', '!%'), '_', '!_') || '%';

GRANT USAGE ON SCHEMA search TO ${app}, fundtrail_auditor;

CREATE TABLE journal.log_head (
    log_id    smallint PRIMARY KEY CHECK (log_id = 1),
    size      bigint NOT NULL DEFAULT 0 CHECK (size >= 0),
    sealed_at timestamptz
);
INSERT INTO journal.log_head (log_id) VALUES (1);

-- Whoever acts, under a random id of our own: bodies, duties and steps hold that id and nothing else of the person. The row can be erased
-- (GDPR 17, FR 38) and every proof stays. A person is issuer + subject of the sign-in; names are for display.
CREATE TABLE journal.person (
    id        uuid PRIMARY KEY,
    issuer    text,
    subject   text,
    name      text,
    erased_at timestamptz,
    CONSTRAINT person_is_one UNIQUE (issuer, subject),
    CHECK (CASE WHEN erased_at IS NULL THEN num_nulls(issuer, subject, name) = 0 ELSE num_nonnulls(issuer, subject, name) = 0 END)
);
CREATE INDEX person_by_name ON journal.person (lower(name));
-- Clocks, imports and followers of another service act as this one.
INSERT INTO journal.person (id, issuer, subject, name) VALUES ('00000000-0000-7000-8000-000000000001', 'urn:fundtrail:system', 'system', 'Fundtrail');

-- Data of natural persons in records (a contractor, later owners): bodies hold the hashes, salted so that nobody can try names against
-- them once the row is erased.
CREATE TABLE journal.identity (
    id              uuid PRIMARY KEY,
    salt            bytea CHECK (length(salt) = 32),
    name            text,
    identifier      text,
    name_hash       bytea NOT NULL,
    identifier_hash bytea NOT NULL,
    erased_at       timestamptz,
    CHECK (CASE WHEN erased_at IS NULL
        THEN num_nulls(salt, name, identifier) = 0
            AND name_hash = sha256(salt || '\x01' || convert_to(name, 'UTF8'))
            AND identifier_hash = sha256(salt || '\x02' || convert_to(identifier, 'UTF8'))
        ELSE num_nonnulls(salt, name, identifier) = 0 END)
);

-- Idempotency: claimed by the first statement of a transaction, answered before it commits. The claim is kept for ever, the answer, which
-- names people, for thirty days; after that a replay answers the record as it is.
CREATE TABLE journal.request (
    person       uuid  NOT NULL REFERENCES journal.person,
    client       text  NOT NULL,
    key          text  NOT NULL,
    request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
    status       int,
    record_type  text,
    record_id    uuid,
    location     text,
    etag         text,
    answer       bytea,
    claimed_at   timestamptz NOT NULL,
    PRIMARY KEY (person, client, key)
);
CREATE INDEX request_with_answer ON journal.request (claimed_at) WHERE answer IS NOT NULL;

CREATE TABLE journal.account (
    log_id      smallint NOT NULL CHECK (log_id = 1),
    id          uuid     NOT NULL,
    kind        text     NOT NULL,
    owner       uuid     NOT NULL,           -- the record whose account it is: an allocation, a contract
    party       uuid,                        -- whom it is kept for, where one owner has several: a project
    institution text     NOT NULL,
    currency    text     NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    code        text     NOT NULL,           -- how entries name it
    floor       numeric(25, 2),              -- below which credits minus debits must not fall; null for a source outside the books
    PRIMARY KEY (log_id, id),
    UNIQUE (log_id, id, currency),
    CONSTRAINT account_opened_once UNIQUE (log_id, code),
    CHECK (code = kind || '/' || owner || coalesce('/' || party, '') || '/' || currency)
);
CREATE INDEX account_of_owner ON journal.account (log_id, owner, kind);
CREATE INDEX account_of_party ON journal.account (log_id, party, kind) WHERE party IS NOT NULL;
CREATE INDEX account_of_kind ON journal.account (log_id, kind, institution);

CREATE TABLE journal.balance (
    log_id      smallint NOT NULL,
    account_id  uuid     NOT NULL,
    debits      numeric(25, 2) NOT NULL DEFAULT 0,      -- turnovers only grow: wider than any amount
    credits     numeric(25, 2) NOT NULL DEFAULT 0,
    floor       numeric(25, 2),
    credited_on date,                                   -- the latest day on which anything came in
    PRIMARY KEY (log_id, account_id),
    FOREIGN KEY (log_id, account_id) REFERENCES journal.account,
    CONSTRAINT balance_keeps_its_floor CHECK (floor IS NULL OR credits - debits >= floor)
) WITH (fillfactor = 50);

-- What had moved on an account by the end of a day since its month began, by the end of a month since its year began, and by the end of a
-- year since ever. A past day is one of each, however much was posted: the last year before it, the last month before it in its year, and the
-- last day up to it in its month. What is dated back moves at most the days after it in its month, the months in its year, the years.
CREATE TABLE journal.turnover (
    log_id     smallint NOT NULL,
    account_id uuid     NOT NULL,
    span       text     NOT NULL CHECK (span IN ('year', 'month', 'day')),
    since      date     NOT NULL CHECK (since = date_trunc(span, since::timestamp)),
    debits     numeric(25, 2) NOT NULL,
    credits    numeric(25, 2) NOT NULL,
    PRIMARY KEY (log_id, account_id, span, since),
    FOREIGN KEY (log_id, account_id) REFERENCES journal.account
) WITH (fillfactor = 50);

CREATE TABLE journal.entry (
    log_id            smallint NOT NULL CHECK (log_id = 1),
    id                uuid NOT NULL,
    actor             uuid NOT NULL REFERENCES journal.person,
    client            text NOT NULL,
    idempotency_key   text NOT NULL,
    line              smallint NOT NULL CHECK (line > 0),                      -- which of the entries that its request made
    institution       text NOT NULL,
    role              text NOT NULL,
    action            text NOT NULL,
    subject_type      text NOT NULL,
    subject_id        uuid NOT NULL,
    subject_reference text NOT NULL,
    parent_type       text,
    parent_id         uuid,
    parent_reference  text,
    reason            text,
    effective_date    date NOT NULL,                                           -- from when it counts: never before what it draws on
    stated_date       date NOT NULL,                                           -- the day that was said
    recorded_at       timestamptz NOT NULL,
    reverses          uuid,
    body              bytea NOT NULL CHECK (length(body) <= 65535),            -- canonical JSON of all of this and of the change
    leaf_hash         bytea NOT NULL CHECK (leaf_hash = sha256('\x00'::bytea || body)), -- RFC 9162 leaf; reckoned here once more
    PRIMARY KEY (log_id, id),
    CONSTRAINT entry_is_one UNIQUE (log_id, actor, client, idempotency_key, line),
    UNIQUE (log_id, reverses),
    FOREIGN KEY (log_id, reverses) REFERENCES journal.entry (log_id, id),
    CHECK (effective_date >= stated_date),
    CHECK ((parent_id IS NULL) = (parent_type IS NULL) AND (parent_id IS NULL) = (parent_reference IS NULL))
);

CREATE TABLE journal.posting (
    log_id         smallint NOT NULL,
    entry_id       uuid     NOT NULL,
    line           smallint NOT NULL,
    debit          uuid     NOT NULL,
    credit         uuid     NOT NULL CHECK (debit <> credit),
    amount         numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency       text     NOT NULL,
    effective_date date     NOT NULL,
    PRIMARY KEY (log_id, entry_id, line),
    FOREIGN KEY (log_id, entry_id) REFERENCES journal.entry,
    FOREIGN KEY (log_id, debit, currency) REFERENCES journal.account (log_id, id, currency),   -- both sides in the posting's currency
    FOREIGN KEY (log_id, credit, currency) REFERENCES journal.account (log_id, id, currency)
);
CREATE INDEX posting_of_debit ON journal.posting (log_id, debit, effective_date, entry_id) INCLUDE (amount);
CREATE INDEX posting_of_credit ON journal.posting (log_id, credit, effective_date, entry_id) INCLUDE (amount);

CREATE TABLE journal.pending (
    log_id   smallint NOT NULL,
    n        bigint GENERATED ALWAYS AS IDENTITY,
    entry_id uuid NOT NULL,
    PRIMARY KEY (log_id, n),
    UNIQUE (log_id, entry_id),
    FOREIGN KEY (log_id, entry_id) REFERENCES journal.entry
);

-- An entry in its place. What it is about is said here once more, so that the history of a record, or what somebody did, is read from an
-- index in the order of positions and never by walking the log.
CREATE TABLE journal.leaf (
    log_id      smallint NOT NULL,
    position    bigint   NOT NULL CHECK (position >= 0),
    entry_id    uuid     NOT NULL,
    leaf_hash   bytea    NOT NULL,
    subject_id  uuid     NOT NULL,
    parent_id   uuid,
    actor       uuid     NOT NULL,
    institution text     NOT NULL,
    action      text     NOT NULL,
    recorded_on date     NOT NULL,                       -- the day in Vilnius
    PRIMARY KEY (log_id, position),
    UNIQUE (log_id, entry_id),
    FOREIGN KEY (log_id, entry_id) REFERENCES journal.entry
);
CREATE INDEX leaf_of_subject ON journal.leaf (log_id, subject_id, position);
CREATE INDEX leaf_of_parent ON journal.leaf (log_id, parent_id, position) WHERE parent_id IS NOT NULL;
CREATE INDEX leaf_of_actor ON journal.leaf (log_id, actor, position);
CREATE INDEX leaf_of_institution ON journal.leaf (log_id, institution, position);
CREATE INDEX leaf_of_action ON journal.leaf (log_id, action text_pattern_ops, position);

-- Between which positions the entries of a day stand. Around midnight days overlap: who began before it may be sealed after who began later.
CREATE TABLE journal.day (
    log_id         smallint NOT NULL,
    day            date     NOT NULL,                    -- in Vilnius
    first_position bigint   NOT NULL,
    last_position  bigint   NOT NULL,
    PRIMARY KEY (log_id, day)
);

-- What a record said after an entry, for records that a position shows: a position of the past chooses by the place of the entry.
CREATE TABLE journal.version (
    log_id      smallint NOT NULL,
    entry_id    uuid     NOT NULL,
    type        text     NOT NULL,
    record_id   uuid     NOT NULL,
    institution text     NOT NULL,
    facts       text     NOT NULL,                       -- the facts of the record as canonical JSON
    PRIMARY KEY (log_id, entry_id),
    FOREIGN KEY (log_id, entry_id) REFERENCES journal.entry
);
CREATE INDEX version_of_type ON journal.version (log_id, type, institution, record_id);

-- With how much a record counts by a day on accounts of a kind: what its entries moved there. An outside account (no floor) gives.
CREATE FUNCTION journal.counted(record uuid, kind text, day date) RETURNS numeric
    LANGUAGE sql STABLE SET search_path = pg_catalog AS
$$
    SELECT sum(CASE WHEN (p.credit = a.id) = (a.floor IS NOT NULL) THEN p.amount ELSE -p.amount END)
    FROM journal.leaf l
        JOIN journal.posting p ON p.log_id = 1 AND p.entry_id = l.entry_id
        JOIN journal.account a ON a.log_id = 1 AND a.id IN (p.debit, p.credit)
    WHERE l.log_id = 1 AND l.subject_id = counted.record AND a.kind = counted.kind AND p.effective_date <= counted.day
$$;

-- Segregation of duties (FR 74): one person has one duty on a record for ever, over all its rounds, and may use it often.
CREATE TABLE journal.duty (
    record uuid NOT NULL,
    person uuid NOT NULL REFERENCES journal.person,
    duty   text NOT NULL CHECK (duty IN ('INITIATE', 'VERIFY', 'APPROVE', 'PAY')),
    CONSTRAINT one_duty_each PRIMARY KEY (record, person),
    UNIQUE (record, person, duty)
);

-- What was done with a record, step after step; what was returned keeps the history of its decisions.
CREATE TABLE journal.step (
    record uuid NOT NULL,
    n      int  NOT NULL CHECK (n > 0),
    round  int  NOT NULL CHECK (round > 0),
    step   text NOT NULL,
    person uuid NOT NULL REFERENCES journal.person,
    duty   text,                                         -- null for what is nobody's duty: to withdraw, to stop a clock
    at     timestamptz NOT NULL,
    reason text,
    PRIMARY KEY (record, n),
    FOREIGN KEY (record, person, duty) REFERENCES journal.duty (record, person, duty)
);

CREATE FUNCTION journal.forbid() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION '% on journal.% is forbidden', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501'; END$$;

-- ENABLE ALWAYS: they fire even for a superuser whose session is in replica mode.
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['entry', 'posting', 'leaf', 'account', 'version', 'duty', 'step'] LOOP
        EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON journal.%I FOR EACH ROW EXECUTE FUNCTION journal.forbid()', t);
        EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON journal.%I FOR EACH STATEMENT EXECUTE FUNCTION journal.forbid()', t);
        EXECUTE format('ALTER TABLE journal.%I ENABLE ALWAYS TRIGGER never_changed', t);
        EXECUTE format('ALTER TABLE journal.%I ENABLE ALWAYS TRIGGER never_emptied', t);
    END LOOP;
END
$$;

-- For the tables of records that have steps. A state changes only in a transaction that wrote a step; what else the record says changes
-- only in one that wrote the step CHANGE, which a record takes that came back.
CREATE FUNCTION journal.stepped_now(changed uuid, steps text[]) RETURNS boolean LANGUAGE sql STABLE AS
$$SELECT EXISTS (SELECT FROM journal.step s WHERE s.record = changed AND s.xmin = pg_current_xact_id()::xid
                 AND (steps IS NULL OR s.step = ANY (steps)))$$;

CREATE FUNCTION journal.only_by_steps() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    -- n, where there is one, is a number that a step gives
    IF (NEW.status <> OLD.status OR to_jsonb(NEW) -> 'n' IS DISTINCT FROM to_jsonb(OLD) -> 'n') AND NOT journal.stepped_now(NEW.id, NULL)
        OR to_jsonb(NEW) - '{status,version,n}'::text[] <> to_jsonb(OLD) - '{status,version,n}'::text[]
            AND NOT (OLD.status = 'RETURNED' AND journal.stepped_now(NEW.id, '{CHANGE}'))
    THEN
        RAISE EXCEPTION '% of % changes only by a step', TG_TABLE_NAME, OLD.id USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END$$;

-- A record is made with its first step, and stands where that leads: nobody inserts what is approved already.
CREATE FUNCTION journal.only_with_a_step() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF NEW.status <> TG_ARGV[0] OR NOT journal.stepped_now(NEW.id, '{RECORD,PROPOSE}') THEN
        RAISE EXCEPTION '% is made only by its first step', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN NULL;
END$$;

-- For the rows that a record consists of besides its own.
CREATE FUNCTION journal.only_with_its_record() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF NOT journal.stepped_now((to_jsonb(coalesce(NEW, OLD)) ->> TG_ARGV[0])::uuid, '{RECORD,CHANGE}') THEN
        RAISE EXCEPTION '% changes only with its record', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN coalesce(NEW, OLD);
END$$;

-- What belongs to an entry is written in the entry's own transaction: no money moves and no version comes without a new leaf. (Written
-- within a savepoint it is refused too; the service sets none.)
CREATE FUNCTION journal.only_with_its_entry() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF EXISTS (SELECT FROM written w JOIN journal.entry e ON e.log_id = w.log_id AND e.id = w.entry_id
               WHERE e.xmin <> pg_current_xact_id()::xid) THEN
        RAISE EXCEPTION '% is written only with its entry', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN NULL;
END$$;
CREATE TRIGGER only_with_its_entry AFTER INSERT ON journal.posting REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION journal.only_with_its_entry();
CREATE TRIGGER only_with_its_entry AFTER INSERT ON journal.version REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION journal.only_with_its_entry();

-- What follows from what is written runs as the owner of the tables, so that the service itself needs no right to it.

CREATE FUNCTION journal.open_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    INSERT INTO journal.balance (log_id, account_id, floor) VALUES (NEW.log_id, NEW.id, NEW.floor);
    RETURN NULL;
END$$;
CREATE TRIGGER account_has_a_balance AFTER INSERT ON journal.account FOR EACH ROW EXECUTE FUNCTION journal.open_balance();

-- All postings of a request come in one statement: floors hold for its net. The balances are moved first, for their locks: what had turned
-- over is then read as it stays.
CREATE FUNCTION journal.post() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    WITH side AS (
        SELECT log_id, debit AS account_id, effective_date, amount AS debits, 0::numeric AS credits FROM posted
        UNION ALL
        SELECT log_id, credit, effective_date, 0, amount FROM posted),
    moved AS (
        SELECT log_id, account_id, sum(debits) AS debits, sum(credits) AS credits, max(effective_date) FILTER (WHERE credits > 0) AS credited_on
        FROM side GROUP BY log_id, account_id)
    UPDATE journal.balance b
    SET debits = b.debits + moved.debits, credits = b.credits + moved.credits, credited_on = greatest(b.credited_on, moved.credited_on)
    FROM moved WHERE b.log_id = moved.log_id AND b.account_id = moved.account_id;

    WITH side AS (
        SELECT log_id, debit AS account_id, effective_date, amount AS debits, 0::numeric AS credits FROM posted
        UNION ALL
        SELECT log_id, credit, effective_date, 0, amount FROM posted),
    moved AS (
        SELECT log_id, account_id, span, since, first, upto, sum(debits) AS debits, sum(credits) AS credits
        FROM side CROSS JOIN LATERAL (SELECT effective_date::timestamp) AS days (day)
        CROSS JOIN LATERAL (VALUES ('year', '-infinity'::date, 'infinity'::date),
            ('month', date_trunc('year', day)::date, (date_trunc('year', day) + interval '1 year')::date),
            ('day', date_trunc('month', day)::date, (date_trunc('month', day) + interval '1 month')::date)) AS spans (span, first, upto)
        CROSS JOIN LATERAL (SELECT date_trunc(span, day)::date) AS begun (since)
        GROUP BY log_id, account_id, span, since, first, upto),
    later AS (
        UPDATE journal.turnover t SET debits = t.debits + m.debits, credits = t.credits + m.credits
        FROM (SELECT log_id, account_id, span, k.since, sum(m.debits) AS debits, sum(m.credits) AS credits
              FROM moved m JOIN journal.turnover k USING (log_id, account_id, span)
              WHERE k.since >= m.since AND k.since < m.upto
              GROUP BY log_id, account_id, span, k.since) m
        WHERE t.log_id = m.log_id AND t.account_id = m.account_id AND t.span = m.span AND t.since = m.since)
    INSERT INTO journal.turnover (log_id, account_id, span, since, debits, credits)
    SELECT log_id, account_id, span, since, m.debits + coalesce(before.debits, 0), m.credits + coalesce(before.credits, 0)
    FROM (SELECT log_id, account_id, span, since, first, sum(debits) OVER so_far AS debits, sum(credits) OVER so_far AS credits
          FROM moved WINDOW so_far AS (PARTITION BY log_id, account_id, span, first ORDER BY since)) m
    LEFT JOIN LATERAL (
        SELECT k.debits, k.credits FROM journal.turnover k
        WHERE k.log_id = m.log_id AND k.account_id = m.account_id AND k.span = m.span AND k.since >= m.first AND k.since < m.since
        ORDER BY k.since DESC LIMIT 1) before ON true
    WHERE NOT EXISTS (SELECT FROM journal.turnover k
        WHERE k.log_id = m.log_id AND k.account_id = m.account_id AND k.span = m.span AND k.since = m.since);
    RETURN NULL;
END$$;
CREATE TRIGGER posting_moves_balances AFTER INSERT ON journal.posting REFERENCING NEW TABLE AS posted
    FOR EACH STATEMENT EXECUTE FUNCTION journal.post();

CREATE FUNCTION journal.await_sealing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    INSERT INTO journal.pending (log_id, entry_id) VALUES (NEW.log_id, NEW.id);
    RETURN NULL;
END$$;
CREATE TRIGGER entry_is_pending AFTER INSERT ON journal.entry FOR EACH ROW EXECUTE FUNCTION journal.await_sealing();

-- Opens what is missing of these accounts, in the order of their codes, and locks all their balances in the order of their ids. Planned
-- once and out of indexes: to plan it for each request took ten times as long as to lock.
CREATE FUNCTION journal.lock_accounts(ids uuid[], kinds text[], owners uuid[], parties uuid[], institutions text[], currencies text[],
        codes text[], floors numeric[])
    RETURNS TABLE (code text, id uuid, floor numeric, standing numeric, credited_on date, opened boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS
$$
#variable_conflict use_column
BEGIN
    INSERT INTO journal.account AS a (log_id, id, kind, owner, party, institution, currency, code, floor)
    SELECT 1, w.id, w.kind, w.owner, w.party, w.institution, w.currency, w.code, w.floor
    FROM unnest(ids, kinds, owners, parties, institutions, currencies, codes, floors)
        AS w (id, kind, owner, party, institution, currency, code, floor)
    WHERE NOT EXISTS (SELECT FROM journal.account x WHERE x.log_id = 1 AND x.code = w.code)
    ORDER BY w.code
    ON CONFLICT ON CONSTRAINT account_opened_once DO NOTHING;
    RETURN QUERY
        SELECT a.code, a.id, a.floor, b.credits - b.debits, b.credited_on, a.id = ANY (ids)
        FROM journal.balance b JOIN journal.account a ON a.log_id = b.log_id AND a.id = b.account_id
        WHERE b.log_id = 1 AND a.code = ANY (codes)
        ORDER BY b.account_id
        FOR NO KEY UPDATE OF b;
END$$;

-- One round of the sealer: gives up to so many pending entries their places and answers how many. Nothing is written when nothing is
-- pending. Any number of processes may run it.
CREATE FUNCTION journal.seal(most int, at timestamptz) RETURNS int
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
    END IF;
    RETURN sealed;
END$$;

-- When the entry that says so was recorded: data are erased only in the transaction that wrote it.
CREATE FUNCTION journal.erased_now(erased uuid, deed text) RETURNS timestamptz LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
DECLARE
    said timestamptz;
BEGIN
    SELECT e.recorded_at INTO said FROM journal.pending p JOIN journal.entry e ON e.log_id = p.log_id AND e.id = p.entry_id
    WHERE e.subject_id = erased AND e.action = deed AND e.xmin = pg_current_xact_id()::xid;
    IF NOT FOUND THEN
        RAISE EXCEPTION '% is erased only with its entry', erased USING ERRCODE = '42501';
    END IF;
    RETURN said;
END$$;

-- Forgets a person who acted, or the data of a natural person in records; the stored answers that name them go too.
CREATE FUNCTION journal.erase_person(erased uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    UPDATE journal.person SET issuer = NULL, subject = NULL, name = NULL, erased_at = journal.erased_now(erased, 'person.erased')
    WHERE id = erased AND erased_at IS NULL AND issuer <> 'urn:fundtrail:system';
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE journal.request SET answer = NULL WHERE answer IS NOT NULL AND position(convert_to(erased::text, 'UTF8') IN answer) > 0;
    RETURN true;
END$$;

CREATE FUNCTION journal.erase_identity(erased uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
    gone text;
BEGIN
    SELECT name INTO gone FROM journal.identity WHERE id = erased AND erased_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE journal.identity SET salt = NULL, name = NULL, identifier = NULL, erased_at = journal.erased_now(erased, 'identity.erased')
    WHERE id = erased;
    UPDATE journal.request SET answer = NULL
    WHERE answer IS NOT NULL AND position(convert_to(trim(both '"' from to_json(gone)::text), 'UTF8') IN answer) > 0;
    RETURN true;
END$$;

DO $$
DECLARE f text;
BEGIN
    FOR f IN SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'journal'::regnamespace LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
END
$$;

GRANT USAGE ON SCHEMA journal TO ${app}, fundtrail_auditor;
GRANT SELECT ON ALL TABLES IN SCHEMA journal TO ${app}, fundtrail_auditor;
GRANT INSERT ON journal.person, journal.identity, journal.request, journal.entry, journal.posting, journal.version, journal.duty, journal.step
    TO ${app};
GRANT UPDATE (status, record_type, record_id, location, etag, answer) ON journal.request TO ${app};
GRANT UPDATE (name) ON journal.person TO ${app};
GRANT EXECUTE ON FUNCTION journal.stepped_now, journal.lock_accounts, journal.seal, journal.erase_person, journal.erase_identity, journal.counted TO ${app};
