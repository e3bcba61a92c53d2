-- Aid: programmes, the allocations they grant, money received on them and what of them is committed to projects.
CREATE TABLE funding.programme (
    id              uuid PRIMARY KEY,
    version         int  NOT NULL,
    institution     text NOT NULL,
    recorded_by     text NOT NULL,
    recorded_at     timestamptz NOT NULL,
    code            text NOT NULL,
    fund            text NOT NULL CHECK (fund IN ('AMIF', 'BMVI', 'ISF', 'CCEI', 'UCPM', 'NATIONAL', 'BILATERAL')),
    name            text NOT NULL,
    management_mode text NOT NULL CHECK (management_mode IN ('DIRECT', 'SHARED', 'INDIRECT')),
    period_from     date NOT NULL,
    period_to       date NOT NULL,
    cost_scope      text[] NOT NULL CHECK (cardinality(cost_scope) > 0),
    CONSTRAINT programme_code_taken UNIQUE (institution, code),
    CHECK (period_to >= period_from)
);

CREATE TABLE funding.allocation (
    id                 uuid PRIMARY KEY,
    version            int  NOT NULL,
    institution        text NOT NULL,
    recorded_by        text NOT NULL,
    recorded_at        timestamptz NOT NULL,
    authors            text[] NOT NULL CHECK (cardinality(authors) > 0),
    decided_by         text,
    decided_at         timestamptz,
    reason             text,
    status             text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED')),
    reference          text NOT NULL,
    programme_id       uuid NOT NULL REFERENCES funding.programme,
    donor              text NOT NULL,
    recipient          text NOT NULL,
    action_type        text NOT NULL CHECK (action_type IN ('REGULAR', 'SPECIFIC_ACTION', 'ANNEX_IV', 'OPERATING_SUPPORT',
                                                            'EMERGENCY_ASSISTANCE', 'TECHNICAL_ASSISTANCE', 'NATIONAL', 'GIFT')),
    purpose            text NOT NULL,
    amount             numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency           char(3) NOT NULL CHECK (currency = 'EUR'),
    co_financing_rate  numeric(7, 6) NOT NULL,
    decision_reference text NOT NULL,
    decision_date      date NOT NULL,
    eligibility_from   date NOT NULL,
    eligibility_to     date NOT NULL,
    CONSTRAINT allocation_reference_taken UNIQUE (institution, reference),
    CHECK (eligibility_to >= eligibility_from),
    -- four eyes: whoever entered or changed it never decides on it
    CONSTRAINT allocation_decided_by_somebody_else CHECK (decided_by IS NULL OR decided_by <> ALL (authors)),
    CHECK ((status = 'PROPOSED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (status NOT IN ('RETURNED', 'REJECTED') OR reason IS NOT NULL),
    -- the cap of the action type (BMVI 12, AMIF 15)
    CONSTRAINT allocation_rate_within_cap CHECK (co_financing_rate >= 0 AND co_financing_rate <= CASE action_type
        WHEN 'REGULAR' THEN 0.75 WHEN 'SPECIFIC_ACTION' THEN 0.9 WHEN 'ANNEX_IV' THEN 0.9 ELSE 1 END)
);
CREATE INDEX allocation_by_recording ON funding.allocation (institution, recorded_at, id);
CREATE INDEX allocation_by_decision ON funding.allocation (institution, decision_date, id);
CREATE INDEX allocation_by_amount ON funding.allocation (institution, amount, id);
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
    recorded_by    text NOT NULL,
    recorded_at    timestamptz NOT NULL,
    authors        text[] NOT NULL CHECK (cardinality(authors) > 0),
    decided_by     text,
    decided_at     timestamptz,
    reason         text,
    status         text NOT NULL CHECK (status IN ('RECORDED', 'CONFIRMED', 'REFUSED')),
    allocation_id  uuid NOT NULL REFERENCES funding.allocation,
    kind           text NOT NULL CHECK (kind IN ('PRE_FINANCING', 'INTERIM', 'BALANCE')),
    amount         numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency       char(3) NOT NULL CHECK (currency = 'EUR'),
    value_date     date NOT NULL,
    bank_reference text NOT NULL,
    CONSTRAINT receipt_decided_by_somebody_else CHECK (decided_by IS NULL OR decided_by <> ALL (authors)),
    CHECK ((status = 'RECORDED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (status <> 'REFUSED' OR reason IS NOT NULL)
);
-- the same payment is recorded once; after a refusal it may be recorded again
CREATE UNIQUE INDEX receipt_recorded_twice ON funding.receipt (allocation_id, bank_reference, value_date, amount) WHERE status <> 'REFUSED';
CREATE INDEX receipt_of_allocation ON funding.receipt (allocation_id, recorded_at, id);
CREATE INDEX receipt_waiting ON funding.receipt (recorded_at, id) WHERE status = 'RECORDED';

CREATE TABLE funding.commitment (
    id                uuid PRIMARY KEY,
    version           int  NOT NULL,
    institution       text NOT NULL,
    recorded_by       text NOT NULL,
    recorded_at       timestamptz NOT NULL,
    authors           text[] NOT NULL CHECK (cardinality(authors) > 0),
    decided_by        text,
    decided_at        timestamptz,
    reason            text,
    status            text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED')),
    allocation_id     uuid NOT NULL REFERENCES funding.allocation,
    -- the project as infrastructure-service gave it when the commitment was recorded; its kind never changes
    project_id        uuid NOT NULL,
    project_reference text NOT NULL,
    project_title_en  text NOT NULL,
    project_title_lt  text NOT NULL,
    project_kind      text NOT NULL,
    amount            numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency          char(3) NOT NULL CHECK (currency = 'EUR'),
    legal_reference   text NOT NULL,
    legal_date        date NOT NULL,
    CONSTRAINT commitment_decided_by_somebody_else CHECK (decided_by IS NULL OR decided_by <> ALL (authors)),
    CHECK ((status = 'PROPOSED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (status NOT IN ('RETURNED', 'REJECTED') OR reason IS NOT NULL)
);
CREATE INDEX commitment_of_allocation ON funding.commitment (allocation_id, recorded_at, id);
CREATE INDEX commitment_of_project ON funding.commitment (project_id, recorded_at, id);
CREATE INDEX commitment_waiting ON funding.commitment (recorded_at, id) WHERE status = 'PROPOSED';

GRANT USAGE ON SCHEMA funding TO ${app}, fundtrail_auditor;
GRANT SELECT ON ALL TABLES IN SCHEMA funding TO ${app}, fundtrail_auditor;
GRANT INSERT ON funding.programme, funding.allocation, funding.allocation_source, funding.receipt, funding.commitment TO ${app};
GRANT UPDATE ON funding.allocation, funding.allocation_source, funding.receipt, funding.commitment TO ${app};
GRANT DELETE ON funding.allocation_source TO ${app};   -- sources are rewritten when an allocation is changed; the journal keeps what they were
