-- Books to measure with: two institutions of 64 allocations in force each, of so much money that none runs out, and the ways to make more.
-- Made as the superuser with every trigger on, so balances, months and leaves are as the service would have made them. Ids are made from
-- numbers, so that a script of pgbench finds them without asking.
CREATE SCHEMA benchmark;

CREATE FUNCTION benchmark.id(kind int, house int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$SELECT format('0193%s%s-0000-7000-8000-%s', lpad(to_hex(kind), 2, '0'), lpad(to_hex(house), 2, '0'), lpad(to_hex(n), 12, '0'))::uuid$$;

-- The canonical body of an entry, with its keys in their order.
CREATE FUNCTION benchmark.body(id uuid, actor uuid, key text, house text, role text, action text, type text, subject uuid, reference text,
        day date, at timestamptz, amount text, debit text, credit text) RETURNS bytea LANGUAGE sql STABLE AS
$$SELECT convert_to('{"about":{"amount":"' || amount || '","currency":"EUR"},"action":"' || action || '","actor":"' || actor
    || '","changes":[{"after":"' || amount || '","before":null,"field":"amount"},{"after":"EUR","before":null,"field":"currency"}]'
    || ',"client":"benchmark","effectiveDate":"' || day || '","id":"' || id || '","idempotencyKey":"' || key
    || '","institution":"' || house || '","line":1,"log":1,"opens":[],"parent":null,"postings":[{"amount":"' || amount
    || '","credit":"' || credit || '","currency":"EUR","debit":"' || debit || '"}],"reason":null,"recordedAt":"'
    || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '","role":"' || role || '","statedDate":"' || day
    || '","step":null,"subject":{"id":"' || subject || '","reference":"' || reference || '","type":"' || type || '"}}', 'UTF8')$$;

CREATE TABLE benchmark.house (n int PRIMARY KEY, institution text NOT NULL);
INSERT INTO benchmark.house VALUES (1, 'LT-VRM'), (2, 'LT-POS'), (3, 'LT-LIST');

INSERT INTO journal.person (id, issuer, subject, name)
VALUES (benchmark.id(1, 0, 1), 'urn:fundtrail:benchmark', 'officer', 'Officer of the benchmark'),
       (benchmark.id(1, 0, 2), 'urn:fundtrail:benchmark', 'approver', 'Approver of the benchmark');

INSERT INTO funding.programme (id, version, institution, recorded_by, recorded_at, code, fund, name, management_mode, period_from, period_to, cost_scope)
SELECT benchmark.id(2, n, 1), 0, institution, benchmark.id(1, 0, 1), '2020-01-01', 'BENCHMARK', 'BMVI', 'Programme of the benchmark', 'SHARED',
    '2020-01-01', '2030-12-31', '{PHYSICAL_BARRIER}'
FROM benchmark.house;

CREATE TABLE benchmark.allocation AS
SELECT h.n AS house, h.institution, i AS n, benchmark.id(3, h.n, i) AS id, 'BENCHMARK-' || i AS reference, benchmark.id(4, h.n, i) AS project
FROM benchmark.house h CROSS JOIN generate_series(1, 64) i WHERE h.n < 3;

INSERT INTO journal.duty (record, person, duty)
SELECT id, benchmark.id(1, 0, 1), 'INITIATE' FROM benchmark.allocation UNION ALL SELECT id, benchmark.id(1, 0, 2), 'APPROVE' FROM benchmark.allocation;
INSERT INTO journal.step (record, n, round, step, person, duty, at, reason)
SELECT id, 1, 1, 'RECORD', benchmark.id(1, 0, 1), 'INITIATE', '2020-01-01'::timestamptz, NULL FROM benchmark.allocation
UNION ALL SELECT id, 2, 1, 'APPROVE', benchmark.id(1, 0, 2), 'APPROVE', '2020-01-02', 'For the benchmark' FROM benchmark.allocation;
INSERT INTO funding.allocation (id, version, institution, recorded_by, recorded_at, status, reference, programme_id, donor, recipient, action_type,
    purpose, amount, allocated, currency, co_financing_rate, decision_reference, decision_date, eligibility_from, eligibility_to)
SELECT id, 0, institution, benchmark.id(1, 0, 1), '2020-01-01', 'PROPOSED', reference, benchmark.id(2, house, 1), 'European Commission',
    'Ministry of the Interior', 'REGULAR', 'Money of the benchmark', 1000000000000, 1000000000000, 'EUR', 0.75, 'Decision ' || n, '2020-01-01', '2020-01-01', '2030-12-31'
FROM benchmark.allocation;
UPDATE funding.allocation SET status = 'APPROVED', version = 1;
INSERT INTO funding.allocation_source (allocation_id, n, title, date) SELECT id, 0, 'Made for the benchmark', '2020-01-01' FROM benchmark.allocation;

CREATE TABLE benchmark.account AS
SELECT a.house, a.institution, a.n, k.kind, k.i, benchmark.id(16 + k.i, a.house, a.n) AS id, a.id AS owner,
    CASE WHEN k.party THEN a.project END AS party,
    k.kind || '/' || a.id || CASE WHEN k.party THEN '/' || a.project ELSE '' END || '/EUR' AS code,
    CASE WHEN k.outside THEN NULL ELSE 0.00 END AS floor
FROM benchmark.allocation a
CROSS JOIN (VALUES (1, 'GRANTED', true, false), (2, 'AVAILABLE', false, false), (3, 'RESERVED', false, true), (4, 'COMMITTED', false, true),
    (5, 'DUE', true, false), (6, 'TO_RECEIVE', false, false), (7, 'ANNOUNCED', false, false), (8, 'RECEIVED', false, false))
    AS k (i, kind, outside, party);
CREATE UNIQUE INDEX ON benchmark.account (house, i, n);
INSERT INTO journal.account (log_id, id, kind, owner, party, institution, currency, code, floor)
SELECT 1, id, kind, owner, party, institution, 'EUR', code, floor FROM benchmark.account;

-- Approved: what was granted is available, and what is due is to be received.
INSERT INTO journal.entry (log_id, id, actor, client, idempotency_key, line, institution, role, action, subject_type, subject_id, subject_reference,
    effective_date, stated_date, recorded_at, body, leaf_hash)
SELECT 1, e.id, actor, 'benchmark', key, 1, institution, 'approver', 'allocation.approved', 'allocation', e.subject, reference,
    day, day, at, body, sha256('\x00'::bytea || body)
FROM (SELECT benchmark.id(5, house, n) AS id, benchmark.id(1, 0, 2) AS actor, 'approved-' || house || '-' || n AS key, institution, id AS subject, reference,
        '2020-01-02'::date AS day, '2020-01-02'::timestamptz AS at
      FROM benchmark.allocation) e
CROSS JOIN LATERAL benchmark.body(e.id, actor, key, institution, 'approver', 'allocation.approved', 'allocation', e.subject, reference, day, at,
    '1000000000000.00', 'GRANTED/' || e.subject || '/EUR', 'AVAILABLE/' || e.subject || '/EUR') AS body;
INSERT INTO journal.posting (log_id, entry_id, line, debit, credit, amount, currency, effective_date)
SELECT 1, benchmark.id(5, house, n), line, benchmark.id(16 + debit, house, n), benchmark.id(16 + credit, house, n), 1000000000000, 'EUR', '2020-01-02'
FROM benchmark.allocation CROSS JOIN (VALUES (1, 1, 2), (2, 5, 6)) AS p (line, debit, credit);
INSERT INTO journal.version (log_id, entry_id, type, record_id, institution, facts)
SELECT 1, benchmark.id(5, house, n), 'allocation', id, institution,
    json_build_object('actionType', 'REGULAR', 'amount', '1000000000000.00', 'coFinancingRate', '0.75', 'currency', 'EUR', 'decision.date', '2020-01-01',
        'decision.reference', 'Decision ' || n, 'donor', 'European Commission', 'eligibility.from', '2020-01-01', 'eligibility.to', '2030-12-31',
        'programme', 'BENCHMARK', 'programmeFund', 'BMVI', 'programmeId', benchmark.id(2, house, 1), 'programmeName', 'Programme of the benchmark',
        'purpose', 'Money of the benchmark', 'recipient', 'Ministry of the Interior', 'reference', reference, 'status', 'APPROVED')::text
FROM benchmark.allocation;
SELECT journal.seal(1000000, now());

-- Postings first..last of the second institution, over five years: a receipt is recorded and confirmed, money is reserved for a project
-- and committed; so three of four move what a position shows. Two may work at once, each on every other allocation. Whoever calls it seals.
CREATE PROCEDURE benchmark.post(first bigint, last bigint, half int) LANGUAGE plpgsql AS
$$BEGIN
    CREATE TEMPORARY TABLE made ON COMMIT DROP AS
    SELECT i, i % 4 AS what, (i / 4) % 64 + 1 AS n, benchmark.id(48, 2, i) AS entry, benchmark.id(49, 2, i / 4) AS subject,
        '2021-01-01'::date + ((i / 4) * 7919 % 1826)::int AS day, (1 + (i / 4) % 100)::numeric(19, 2) AS amount
    FROM generate_series(first, last) i WHERE (i / 4) % 2 = half;
    INSERT INTO journal.entry (log_id, id, actor, client, idempotency_key, line, institution, role, action, subject_type, subject_id, subject_reference,
        effective_date, stated_date, recorded_at, body, leaf_hash)
    SELECT 1, e.entry, benchmark.id(1, 0, 1), 'benchmark', 'posting-' || e.i, 1, 'LT-POS', 'funding-officer', w.action, w.type, subject,
        'BENCHMARK-' || e.i / 4, day, day, at, body, sha256('\x00'::bytea || body)
    FROM made e
    JOIN (VALUES (0, 'receipt.recorded', 'receipt', 6, 7), (1, 'receipt.confirmed', 'receipt', 7, 8), (2, 'commitment.recorded', 'commitment', 2, 3),
        (3, 'commitment.approved', 'commitment', 3, 4)) AS w (what, action, type, debit, credit) USING (what)
    JOIN benchmark.account d ON d.house = 2 AND d.i = w.debit AND d.n = e.n
    JOIN benchmark.account c ON c.house = 2 AND c.i = w.credit AND c.n = e.n
    CROSS JOIN LATERAL (SELECT '2026-01-01'::timestamptz + e.i * interval '1 second' AS at) moment
    CROSS JOIN LATERAL benchmark.body(e.entry, benchmark.id(1, 0, 1), 'posting-' || e.i, 'LT-POS', 'funding-officer', w.action, w.type, subject,
        'BENCHMARK-' || e.i / 4, day, at, amount::text, d.code, c.code) AS body
    ORDER BY e.i;
    INSERT INTO journal.posting (log_id, entry_id, line, debit, credit, amount, currency, effective_date)
    SELECT 1, entry, 1, benchmark.id(16 + w.debit, 2, n), benchmark.id(16 + w.credit, 2, n), amount, 'EUR', day
    FROM made JOIN (VALUES (0, 6, 7), (1, 7, 8), (2, 2, 3), (3, 3, 4)) AS w (what, debit, credit) USING (what)
    ORDER BY i;
    COMMIT;
END$$;

-- Proposed allocations of a third institution, for long lists. A list reads no entry, so these have none.
CREATE PROCEDURE benchmark.propose(first bigint, last bigint, half int) LANGUAGE plpgsql AS
$$BEGIN
    INSERT INTO journal.duty (record, person, duty)
    SELECT benchmark.id(64, 3, i), benchmark.id(1, 0, 1), 'INITIATE' FROM generate_series(first, last) i WHERE i % 2 = half;
    INSERT INTO journal.step (record, n, round, step, person, duty, at)
    SELECT benchmark.id(64, 3, i), 1, 1, 'RECORD', benchmark.id(1, 0, 1), 'INITIATE', '2026-01-01'::timestamptz + i * interval '1 second'
    FROM generate_series(first, last) i WHERE i % 2 = half;
    INSERT INTO funding.allocation (id, version, institution, recorded_by, recorded_at, status, reference, programme_id, donor, recipient, action_type,
        purpose, amount, allocated, currency, co_financing_rate, decision_reference, decision_date, eligibility_from, eligibility_to)
    SELECT benchmark.id(64, 3, i), 0, 'LT-LIST', benchmark.id(1, 0, 1), '2026-01-01'::timestamptz + i * interval '1 second', 'PROPOSED',
        'BENCHMARK-' || i, benchmark.id(2, 3, 1), 'European Commission', 'Ministry of the Interior', 'REGULAR', 'Line ' || i || ' of a long list',
        1000 + i, 1000 + i, 'EUR', 0.75, 'Decision ' || i, '2025-01-01'::date - (i % 1000)::int, '2021-01-01', '2027-12-31'
    FROM generate_series(first, last) i WHERE i % 2 = half;
    COMMIT;
END$$;
