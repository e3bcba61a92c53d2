-- SPDX-License-Identifier: EUPL-1.2
-- The system checks itself. Both tables are jobs: what proves the record is in the log, and that a finding was answered is an entry.
CREATE TABLE journal.verification (
    id          uuid PRIMARY KEY,
    -- null for the clock
    asked_by    uuid REFERENCES journal.person,
    asked_at    timestamptz NOT NULL,
    state       text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'PASSED', 'FAILED', 'ABORTED')),
    started_at  timestamptz,
    finished_at timestamptz,
    -- when whoever works on it last said so
    alive_at    timestamptz,
    -- how many entries were looked at, of how many
    done        bigint NOT NULL DEFAULT 0 CHECK (done >= 0),
    total       bigint NOT NULL DEFAULT 0 CHECK (total >= 0),
    -- of which log: known once it was walked
    size        bigint CHECK (size >= 0),
    root        bytea CHECK (length(root) = 32),
    findings    bigint NOT NULL DEFAULT 0 CHECK (findings >= 0),
    CHECK ((started_at IS NULL) = (state = 'QUEUED')),
    CHECK ((finished_at IS NULL) = (state IN ('QUEUED', 'RUNNING'))),
    CHECK (state <> 'PASSED' OR findings = 0 AND size IS NOT NULL),
    CHECK (state <> 'FAILED' OR findings > 0)
);
CREATE INDEX verification_by_time ON journal.verification (asked_at, id);
-- One at a time.
CREATE UNIQUE INDEX verification_open ON journal.verification ((true)) WHERE state IN ('QUEUED', 'RUNNING');

-- A place that is not as the entries say. The same is found again every night: it is kept once.
CREATE TABLE journal.finding (
    id              uuid PRIMARY KEY,
    verification_id uuid NOT NULL REFERENCES journal.verification,
    n               int  NOT NULL CHECK (n > 0),
    found_at        timestamptz NOT NULL,
    table_name      text NOT NULL,
    record          text NOT NULL,
    field           text,
    entry_position  bigint,
    problem         text NOT NULL,
    expected        text,
    found           text,
    content         bytea NOT NULL CHECK (length(content) = 32),
    answered_by     uuid REFERENCES journal.person,
    answered_at     timestamptz,
    answer          text CHECK (length(answer) BETWEEN 1 AND 2000),
    CONSTRAINT finding_kept_once UNIQUE (content),
    CHECK (num_nulls(answered_by, answered_at, answer) IN (0, 3))
);
CREATE INDEX finding_open ON journal.finding (found_at, id) WHERE answered_at IS NULL;
CREATE INDEX finding_by_time ON journal.finding (found_at, id);

-- It stays, and is answered once, in the transaction of the entry that says so.
CREATE FUNCTION journal.answered_by_an_entry() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF OLD.answered_at IS NOT NULL
        OR to_jsonb(NEW) - '{answered_by,answered_at,answer}'::text[] <> to_jsonb(OLD) - '{answered_by,answered_at,answer}'::text[]
        OR NOT EXISTS (SELECT FROM journal.pending p JOIN journal.entry e ON e.log_id = p.log_id AND e.id = p.entry_id
                       WHERE e.subject_id = NEW.id AND e.action = 'finding.answered' AND e.xmin = pg_current_xact_id()::xid)
    THEN
        RAISE EXCEPTION 'a finding is answered once, with an entry' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END$$;
REVOKE ALL ON FUNCTION journal.answered_by_an_entry() FROM PUBLIC;
CREATE TRIGGER answered_by_an_entry BEFORE UPDATE ON journal.finding FOR EACH ROW EXECUTE FUNCTION journal.answered_by_an_entry();

GRANT SELECT ON journal.verification, journal.finding TO ${app}, fundtrail_auditor;
GRANT INSERT ON journal.verification, journal.finding TO ${app};
GRANT UPDATE (state, started_at, finished_at, alive_at, done, total, size, root, findings) ON journal.verification TO ${app};
GRANT UPDATE (answered_by, answered_at, answer) ON journal.finding TO ${app};
