-- The tables of the twin: those of Fundtrail that a receipt touches, without triggers and without the log's leaves, which is in its favour.
CREATE TABLE request (
    person text NOT NULL, client text NOT NULL, key text NOT NULL, request_hash bytea NOT NULL, status int, location text, answer text,
    claimed_at timestamptz NOT NULL, PRIMARY KEY (person, client, key));
CREATE TABLE allocation (
    id uuid PRIMARY KEY, version int NOT NULL, institution text NOT NULL, status text NOT NULL, reference text NOT NULL UNIQUE,
    amount numeric(19, 2) NOT NULL);
CREATE TABLE receipt (
    id uuid PRIMARY KEY, version int NOT NULL, institution text NOT NULL, recorded_by text NOT NULL, recorded_at timestamptz NOT NULL,
    status text NOT NULL, allocation_id uuid NOT NULL REFERENCES allocation, kind text NOT NULL, amount numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency text NOT NULL, value_date date NOT NULL, bank_reference text NOT NULL);
CREATE UNIQUE INDEX receipt_recorded_twice ON receipt (allocation_id, bank_reference, value_date, amount) WHERE status <> 'REFUSED';
CREATE INDEX receipt_of_allocation ON receipt (allocation_id, recorded_at, id);
CREATE INDEX receipt_waiting ON receipt (recorded_at, id) WHERE status = 'RECORDED';
CREATE TABLE step (
    record uuid NOT NULL, n int NOT NULL, step text NOT NULL, person text NOT NULL, duty text, at timestamptz NOT NULL, reason text,
    PRIMARY KEY (record, n));
CREATE TABLE balance (
    id uuid PRIMARY KEY, allocation_id uuid NOT NULL REFERENCES allocation, kind text NOT NULL, amount numeric(25, 2) NOT NULL CHECK (amount >= 0),
    UNIQUE (allocation_id, kind)) WITH (fillfactor = 50);
CREATE TABLE entry (
    id uuid PRIMARY KEY, actor text NOT NULL, institution text NOT NULL, action text NOT NULL, subject_type text NOT NULL, subject_id uuid NOT NULL,
    parent_id uuid, effective_date date NOT NULL, recorded_at timestamptz NOT NULL, body bytea NOT NULL, hash bytea NOT NULL);
CREATE INDEX entry_of_subject ON entry (subject_id, recorded_at);
CREATE TABLE posting (
    entry_id uuid NOT NULL REFERENCES entry, line int NOT NULL, debit uuid NOT NULL REFERENCES balance, credit uuid NOT NULL REFERENCES balance,
    amount numeric(19, 2) NOT NULL CHECK (amount > 0), effective_date date NOT NULL, PRIMARY KEY (entry_id, line));
CREATE INDEX posting_of_debit ON posting (debit, effective_date);
CREATE INDEX posting_of_credit ON posting (credit, effective_date);

INSERT INTO allocation (id, version, institution, status, reference, amount)
SELECT ('01930301-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 0, 'LT-VRM', 'APPROVED', 'BENCHMARK-' || n, 1000000000000
FROM generate_series(1, 64) n;
INSERT INTO balance (id, allocation_id, kind, amount)
SELECT gen_random_uuid(), a.id, k.kind, k.amount FROM allocation a CROSS JOIN (VALUES ('TO_RECEIVE', 1000000000000), ('ANNOUNCED', 0)) k (kind, amount);
