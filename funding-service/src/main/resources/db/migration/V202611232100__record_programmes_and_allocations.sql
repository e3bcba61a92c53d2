-- Aid: programmes, the allocations they grant, money received on them and what of them is committed to projects.
CREATE TABLE funding.programme (
    id              uuid PRIMARY KEY,
    version         int  NOT NULL,
    institution     text NOT NULL,
    recorded_by     uuid NOT NULL REFERENCES journal.person,
    recorded_at     timestamptz NOT NULL,
    code            text NOT NULL,
    fund            text NOT NULL CHECK (fund IN ('AMIF', 'BMVI', 'ISF', 'CCEI', 'UCPM', 'NATIONAL', 'BILATERAL')),
    name            text NOT NULL,
    management_mode text NOT NULL CHECK (management_mode IN ('DIRECT', 'SHARED', 'INDIRECT')),
    period_from     date NOT NULL,
    period_to       date NOT NULL,
    cost_scope      text[] NOT NULL CHECK (cardinality(cost_scope) > 0),
    CONSTRAINT programme_code_taken UNIQUE (institution, code),
    CHECK (code !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'),
    UNIQUE (institution, id),
    CHECK (period_to >= period_from)
);
CREATE INDEX programme_by_code ON funding.programme (code, id);
CREATE INDEX programme_by_text ON funding.programme USING gin (search.plain(code) search.gin_trgm_ops, search.plain(name) search.gin_trgm_ops);

CREATE TABLE funding.allocation (
    id                 uuid PRIMARY KEY,
    version            int  NOT NULL,
    institution        text NOT NULL,
    recorded_by        uuid NOT NULL REFERENCES journal.person,
    recorded_at        timestamptz NOT NULL,
    status             text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    reference          text NOT NULL,
    programme_id       uuid NOT NULL,
    donor              text NOT NULL,
    recipient          text NOT NULL,
    action_type        text NOT NULL CHECK (action_type IN ('REGULAR', 'SPECIFIC_ACTION', 'ANNEX_IV', 'OPERATING_SUPPORT',
                                                            'EMERGENCY_ASSISTANCE', 'TECHNICAL_ASSISTANCE', 'NATIONAL', 'GIFT')),
    purpose            text NOT NULL,
    amount             numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency           text NOT NULL CHECK (currency = 'EUR'),
    co_financing_rate  numeric(7, 6) NOT NULL,
    decision_reference text NOT NULL,
    decision_date      date NOT NULL,
    eligibility_from   date NOT NULL,
    eligibility_to     date NOT NULL,
    UNIQUE (institution, id),
    FOREIGN KEY (institution, programme_id) REFERENCES funding.programme (institution, id),
    CHECK (reference !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'),
    CHECK (eligibility_to >= eligibility_from),
    -- the cap of the action type (BMVI 12, AMIF 15)
    CONSTRAINT allocation_rate_within_cap CHECK (co_financing_rate >= 0 AND co_financing_rate <= CASE action_type
        WHEN 'REGULAR' THEN 0.75 WHEN 'SPECIFIC_ACTION' THEN 0.9 WHEN 'ANNEX_IV' THEN 0.9 ELSE 1 END)
);
-- what was withdrawn may be recorded again under its reference
CREATE UNIQUE INDEX allocation_reference_taken ON funding.allocation (institution, reference) WHERE status <> 'WITHDRAWN';
-- for each order of a list one within an institution and one for who sees them all
CREATE INDEX allocation_by_recording ON funding.allocation (institution, recorded_at, id);
CREATE INDEX allocation_by_reference ON funding.allocation (institution, reference, id);
CREATE INDEX allocation_by_decision ON funding.allocation (institution, decision_date, id);
CREATE INDEX allocation_by_amount ON funding.allocation (institution, amount, id);
CREATE INDEX all_allocations_by_recording ON funding.allocation (recorded_at, id);
CREATE INDEX all_allocations_by_reference ON funding.allocation (reference, id);
CREATE INDEX all_allocations_by_decision ON funding.allocation (decision_date, id);
CREATE INDEX all_allocations_by_amount ON funding.allocation (amount, id);
CREATE INDEX allocation_by_text ON funding.allocation USING gin (search.plain(reference) search.gin_trgm_ops,
    search.plain(donor) search.gin_trgm_ops, search.plain(recipient) search.gin_trgm_ops, search.plain(purpose) search.gin_trgm_ops);
CREATE INDEX allocation_waiting ON funding.allocation (recorded_at, id) WHERE status = 'PROPOSED';
CREATE INDEX allocation_of_programme ON funding.allocation (programme_id);

CREATE TABLE funding.allocation_source (
    allocation_id uuid NOT NULL REFERENCES funding.allocation,
    n             int  NOT NULL,
    title         text NOT NULL,
    url           text,
    date          date,
    statement     text,
    PRIMARY KEY (allocation_id, n)
);

CREATE TABLE funding.receipt (
    id             uuid PRIMARY KEY,
    version        int  NOT NULL,
    institution    text NOT NULL,
    recorded_by    uuid NOT NULL REFERENCES journal.person,
    recorded_at    timestamptz NOT NULL,
    status         text NOT NULL CHECK (status IN ('RECORDED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    allocation_id  uuid NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('PRE_FINANCING', 'INTERIM', 'BALANCE')),
    amount         numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency       text NOT NULL CHECK (currency = 'EUR'),
    value_date     date NOT NULL,
    bank_reference text NOT NULL,
    FOREIGN KEY (institution, allocation_id) REFERENCES funding.allocation (institution, id)
);
-- the same payment is recorded once; after a refusal it may be recorded again
CREATE UNIQUE INDEX receipt_recorded_twice ON funding.receipt (allocation_id, bank_reference, value_date, amount)
    WHERE status NOT IN ('REFUSED', 'WITHDRAWN');
CREATE INDEX receipt_of_allocation ON funding.receipt (allocation_id, recorded_at, id);
CREATE INDEX receipt_by_recording ON funding.receipt (institution, recorded_at, id);
CREATE INDEX all_receipts_by_recording ON funding.receipt (recorded_at, id);
CREATE INDEX receipt_waiting ON funding.receipt (recorded_at, id) WHERE status = 'RECORDED';

CREATE TABLE funding.commitment (
    id                         uuid PRIMARY KEY,
    version                    int  NOT NULL,
    institution                text NOT NULL,
    recorded_by                uuid NOT NULL REFERENCES journal.person,
    recorded_at                timestamptz NOT NULL,
    status                     text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    allocation_id              uuid NOT NULL,
    -- the project as infrastructure-service gave it when the commitment was recorded; its kind never changes
    project_id                 uuid NOT NULL,
    project_reference          text NOT NULL,
    project_title_en           text NOT NULL,
    project_title_lt           text NOT NULL,
    project_kind               text NOT NULL,
    amount                     numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency                   text NOT NULL CHECK (currency = 'EUR'),
    legal_commitment_reference text NOT NULL,
    legal_commitment_date      date NOT NULL,
    FOREIGN KEY (institution, allocation_id) REFERENCES funding.allocation (institution, id)
);
CREATE INDEX commitment_of_allocation ON funding.commitment (allocation_id, recorded_at, id);
CREATE INDEX commitment_of_project ON funding.commitment (project_id, recorded_at, id);
CREATE INDEX commitment_by_recording ON funding.commitment (institution, recorded_at, id);
CREATE INDEX all_commitments_by_recording ON funding.commitment (recorded_at, id);
CREATE INDEX commitment_waiting ON funding.commitment (recorded_at, id) WHERE status = 'PROPOSED';

-- The second lock of their life cycles: a state changes only with a step, what a record says only when it came back.
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.allocation FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON funding.allocation FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.receipt FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON funding.receipt FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('RECORDED');
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.commitment FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON funding.commitment FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');
CREATE TRIGGER only_with_its_record BEFORE INSERT OR UPDATE OR DELETE ON funding.allocation_source FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_its_record('allocation_id');

GRANT USAGE ON SCHEMA funding TO ${app}, fundtrail_auditor;
GRANT SELECT ON ALL TABLES IN SCHEMA funding TO ${app}, fundtrail_auditor;
GRANT INSERT ON funding.programme, funding.allocation, funding.allocation_source, funding.receipt, funding.commitment TO ${app};
GRANT UPDATE (version, status, reference, programme_id, donor, recipient, action_type, purpose, amount, currency, co_financing_rate,
    decision_reference, decision_date, eligibility_from, eligibility_to) ON funding.allocation TO ${app};
GRANT UPDATE (version, status) ON funding.receipt TO ${app};
GRANT UPDATE (version, status, project_id, project_reference, project_title_en, project_title_lt, project_kind, amount, currency,
    legal_commitment_reference, legal_commitment_date) ON funding.commitment TO ${app};
-- sources are rewritten when an allocation is changed; the journal keeps what they were
GRANT UPDATE (title, url, date, statement), DELETE ON funding.allocation_source TO ${app};
