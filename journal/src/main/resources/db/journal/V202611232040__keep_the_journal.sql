-- The journal: what was done, by whom, with which money, in an order that nobody can change afterwards. ${app} is the service's role.
--  * entry and posting are written in the transaction of the change itself and never touched again;
--  * balances are locked in the order of their accounts, their floor is a CHECK: who loses a race is refused, nothing is overdrawn;
--  * pending is written last, while those locks are held; the sealer drains it under the lock of log_head and appends leaves:
--    positions without a gap, committed entries only, in a serial order of the transactions;
--  * every key starts with log_id and ids are made by the application, so that logs can be spread over machines.
CREATE SCHEMA IF NOT EXISTS journal;

CREATE TABLE journal.log_head (
    log_id    smallint PRIMARY KEY,
    size      bigint NOT NULL DEFAULT 0 CHECK (size >= 0),
    sealed_at timestamptz
);
INSERT INTO journal.log_head (log_id) VALUES (1);

-- Idempotency: claimed by the first statement of a transaction, answered before it commits, kept for ever.
CREATE TABLE journal.request (
    client       text  NOT NULL,
    key          text  NOT NULL,
    request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
    status       int,
    answer       bytea,
    location     text,
    etag         text,
    claimed_at   timestamptz NOT NULL,
    PRIMARY KEY (client, key)
);

CREATE TABLE journal.account (
    log_id   smallint NOT NULL REFERENCES journal.log_head,
    id       uuid     NOT NULL,
    kind     text     NOT NULL,
    owner    uuid     NOT NULL,           -- the record whose account it is: an allocation, a contract
    party    uuid,                        -- whom it is kept for, where one owner has several: a project
    code     text     NOT NULL,           -- kind/owner[/party], how the account is named to readers
    currency char(3)  NOT NULL,
    PRIMARY KEY (log_id, id),
    UNIQUE (log_id, id, currency),
    UNIQUE (log_id, code)
);
CREATE INDEX account_of_owner ON journal.account (log_id, owner, kind);
CREATE INDEX account_of_party ON journal.account (log_id, party, kind) WHERE party IS NOT NULL;

CREATE TABLE journal.balance (
    log_id     smallint NOT NULL,
    account_id uuid     NOT NULL,
    debits     numeric(25, 2) NOT NULL DEFAULT 0,      -- turnovers only grow: wider than any amount
    credits    numeric(25, 2) NOT NULL DEFAULT 0,
    floor      numeric(25, 2),
    PRIMARY KEY (log_id, account_id),
    FOREIGN KEY (log_id, account_id) REFERENCES journal.account,
    CONSTRAINT balance_keeps_its_floor CHECK (floor IS NULL OR credits - debits >= floor)
) WITH (fillfactor = 50);

-- The names behind the subjects of entries. Not part of any proof: a person can be erased here (GDPR 17) and the proofs stay.
CREATE TABLE journal.person (
    subject text PRIMARY KEY,
    name    text NOT NULL
);

CREATE TABLE journal.entry (
    log_id            smallint NOT NULL REFERENCES journal.log_head,
    id                uuid NOT NULL,
    client            text NOT NULL,
    idempotency_key   text NOT NULL,
    institution       text NOT NULL,
    actor             text NOT NULL,
    role              text NOT NULL,
    action            text NOT NULL,
    subject_type      text NOT NULL,
    subject_id        uuid NOT NULL,
    subject_reference text NOT NULL,
    parent_type       text,
    parent_id         uuid,
    parent_reference  text,
    sentence          text NOT NULL,
    reason            text,
    effective_date    date NOT NULL,
    recorded_at       timestamptz NOT NULL,
    reverses          uuid,
    body              bytea NOT NULL CHECK (length(body) <= 65535),            -- canonical JSON of all of this and of the change
    leaf_hash         bytea NOT NULL CHECK (leaf_hash = sha256('\x00'::bytea || body)), -- RFC 9162 leaf; reckoned here once more
    PRIMARY KEY (log_id, id),
    UNIQUE (log_id, client, idempotency_key),
    UNIQUE (log_id, reverses),
    FOREIGN KEY (log_id, reverses) REFERENCES journal.entry (log_id, id),
    CHECK ((parent_id IS NULL) = (parent_type IS NULL) AND (parent_id IS NULL) = (parent_reference IS NULL))
);
CREATE INDEX entry_of_subject ON journal.entry (log_id, subject_id);
CREATE INDEX entry_of_parent ON journal.entry (log_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX entry_of_actor ON journal.entry (log_id, actor);

CREATE TABLE journal.posting (
    log_id         smallint NOT NULL,
    entry_id       uuid     NOT NULL,
    line           smallint NOT NULL,
    debit          uuid     NOT NULL,
    credit         uuid     NOT NULL CHECK (debit <> credit),
    amount         numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency       char(3)  NOT NULL,
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

CREATE TABLE journal.leaf (
    log_id    smallint NOT NULL,
    position  bigint   NOT NULL CHECK (position >= 0),
    entry_id  uuid     NOT NULL,
    leaf_hash bytea    NOT NULL,
    PRIMARY KEY (log_id, position),
    UNIQUE (log_id, entry_id),
    FOREIGN KEY (log_id, entry_id) REFERENCES journal.entry
);

CREATE FUNCTION journal.forbid() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION '% on journal.% is forbidden', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501'; END$$;

-- ENABLE ALWAYS: they fire even for a superuser whose session is in replica mode.
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['entry', 'posting', 'leaf', 'account'] LOOP
        EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON journal.%I FOR EACH ROW EXECUTE FUNCTION journal.forbid()', t);
        EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON journal.%I FOR EACH STATEMENT EXECUTE FUNCTION journal.forbid()', t);
        EXECUTE format('ALTER TABLE journal.%I ENABLE ALWAYS TRIGGER never_changed', t);
        EXECUTE format('ALTER TABLE journal.%I ENABLE ALWAYS TRIGGER never_emptied', t);
    END LOOP;
END
$$;

GRANT USAGE ON SCHEMA journal TO ${app}, fundtrail_auditor;
GRANT SELECT ON ALL TABLES IN SCHEMA journal TO ${app}, fundtrail_auditor;
GRANT INSERT ON journal.request, journal.account, journal.balance, journal.entry, journal.posting, journal.pending, journal.leaf, journal.person TO ${app};
GRANT UPDATE (size, sealed_at) ON journal.log_head TO ${app};
GRANT UPDATE (debits, credits) ON journal.balance TO ${app};
GRANT UPDATE (status, answer, location, etag) ON journal.request TO ${app};
GRANT UPDATE (name) ON journal.person TO ${app};
GRANT DELETE ON journal.pending TO ${app};
