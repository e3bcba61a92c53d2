-- SPDX-License-Identifier: EUPL-1.2
-- Recoveries: what is to be paid back of claims that were paid (FR 98-99).

CREATE TABLE funding.recovery (
    id                uuid PRIMARY KEY,
    version           int  NOT NULL,
    institution       text NOT NULL,
    recorded_by       uuid NOT NULL REFERENCES journal.person,
    recorded_at       timestamptz NOT NULL,
    status            text NOT NULL CHECK (status IN ('ESTABLISHED', 'ORDERED', 'PAID', 'OFFSET', 'WAIVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    allocation_id     uuid NOT NULL,
    claim_id          uuid NOT NULL,
    -- which of its claim's it is, and so how it is called
    n                 int  NOT NULL CHECK (n > 0),
    reference         text NOT NULL,
    -- the project as the claim says it
    project_id        uuid NOT NULL,
    project_reference text NOT NULL,
    project_title_en  text NOT NULL,
    project_title_lt  text NOT NULL,
    project_kind      text NOT NULL,
    amount            numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency          text NOT NULL CHECK (currency = 'EUR'),
    reason            text NOT NULL,
    -- whether it can be claimed again once it is paid back
    kind              text NOT NULL CHECK (kind IN ('NOT_ELIGIBLE', 'NOT_PROVEN')),
    -- a credit note took it back, and the system established it
    of_credit         boolean NOT NULL,
    debit_note        text,
    ordered_on        date,
    due_on            date CHECK (due_on >= ordered_on),
    -- rates in per cent: of interest on late payment; without that of the ECB there is none
    ecb_rate          numeric(5, 2) CHECK (ecb_rate BETWEEN 0 AND 100),
    points            numeric(3, 1) CHECK (points IN (3.5, 8)),
    settled_on        date CHECK (settled_on >= ordered_on),
    bank_reference    text,
    interest          numeric(19, 2) CHECK (interest >= 0),
    interest_days     int  CHECK (interest_days >= 0),
    -- the claim that is paid less by it
    offset_claim_id   uuid,
    UNIQUE (institution, id),
    UNIQUE (claim_id, n),
    UNIQUE (institution, debit_note),
    FOREIGN KEY (institution, allocation_id) REFERENCES funding.allocation (institution, id),
    FOREIGN KEY (institution, claim_id) REFERENCES funding.claim (institution, id),
    FOREIGN KEY (institution, offset_claim_id) REFERENCES funding.claim (institution, id),
    CHECK ((debit_note IS NOT NULL) = (status IN ('ORDERED', 'PAID', 'OFFSET', 'WAIVED'))),
    CHECK ((debit_note IS NULL) = (ordered_on IS NULL) AND (debit_note IS NULL) = (due_on IS NULL) AND (debit_note IS NULL) = (points IS NULL)),
    CHECK (ecb_rate IS NULL OR debit_note IS NOT NULL),
    CHECK ((settled_on IS NOT NULL) = (status IN ('PAID', 'OFFSET', 'WAIVED'))),
    CHECK ((bank_reference IS NOT NULL) = (status = 'PAID')),
    CHECK ((offset_claim_id IS NOT NULL) = (status = 'OFFSET')),
    CHECK ((interest_days IS NOT NULL) = (status IN ('PAID', 'OFFSET'))),
    CHECK ((interest IS NOT NULL) = (interest_days IS NOT NULL AND ecb_rate IS NOT NULL))
);
CREATE INDEX recovery_by_recording ON funding.recovery (institution, recorded_at, id);
CREATE INDEX recovery_by_reference ON funding.recovery (institution, reference, id);
CREATE INDEX recovery_by_amount ON funding.recovery (institution, amount, id);
CREATE INDEX all_recoveries_by_recording ON funding.recovery (recorded_at, id);
CREATE INDEX all_recoveries_by_reference ON funding.recovery (reference, id);
CREATE INDEX all_recoveries_by_amount ON funding.recovery (amount, id);
CREATE INDEX recovery_of_allocation ON funding.recovery (allocation_id, recorded_at, id);
CREATE INDEX recovery_of_claim ON funding.recovery (claim_id, recorded_at, id);
CREATE INDEX recovery_of_project ON funding.recovery (project_id, recorded_at, id);
CREATE INDEX recovery_offset_against ON funding.recovery (offset_claim_id) WHERE offset_claim_id IS NOT NULL;
CREATE INDEX recovery_by_text ON funding.recovery USING gin (search.plain(reference) search.gin_trgm_ops,
    search.plain(debit_note) search.gin_trgm_ops, search.plain(project_reference) search.gin_trgm_ops,
    search.plain(project_title_en) search.gin_trgm_ops, search.plain(project_title_lt) search.gin_trgm_ops);
CREATE INDEX recovery_waiting_to_be_ordered ON funding.recovery (recorded_at, id) WHERE status = 'ESTABLISHED';
CREATE INDEX recovery_waiting_to_be_paid ON funding.recovery (recorded_at, id) WHERE status = 'ORDERED';
CREATE INDEX recovery_waiting_to_be_ordered_by_amount ON funding.recovery (amount, id) WHERE status = 'ESTABLISHED';
CREATE INDEX recovery_waiting_to_be_paid_by_amount ON funding.recovery (amount, id) WHERE status = 'ORDERED';
CREATE INDEX recovery_came_back ON funding.recovery (status, id) WHERE status IN ('RETURNED', 'REJECTED');
CREATE INDEX recovery_by_due_day ON funding.recovery (institution, due_on, id) WHERE status = 'ORDERED';
CREATE INDEX all_recoveries_by_due_day ON funding.recovery (due_on, id) WHERE status = 'ORDERED';

-- What is recovered of each line of the claim, and what of its declared cost goes with it.
CREATE TABLE funding.recovery_line (
    recovery_id uuid NOT NULL REFERENCES funding.recovery,
    n           int  NOT NULL,
    line        int  NOT NULL CHECK (line > 0),
    -- none where the line rests on a cost option
    account     uuid REFERENCES funding.expenditure,
    share       numeric(19, 2) NOT NULL CHECK (share > 0),
    declared    numeric(19, 2) NOT NULL CHECK (declared >= 0),
    PRIMARY KEY (recovery_id, n)
);

-- The second lock of its life.
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.recovery FOR EACH ROW EXECUTE FUNCTION journal.only_by_its_steps(
    'ORDER debit_note ordered_on due_on ecb_rate points',
    'PAY settled_on bank_reference interest interest_days',
    'OFFSET settled_on offset_claim_id interest interest_days',
    'WAIVE settled_on');
CREATE TRIGGER only_with_a_step AFTER INSERT ON funding.recovery FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('ESTABLISHED');
CREATE TRIGGER only_with_its_record BEFORE INSERT OR UPDATE OR DELETE ON funding.recovery_line FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_steps_of_its_record('recovery_id', 'RECORD', 'PROPOSE', 'CHANGE');

GRANT SELECT ON funding.recovery, funding.recovery_line TO ${app}, fundtrail_auditor;
GRANT INSERT ON funding.recovery, funding.recovery_line TO ${app};
GRANT UPDATE (version, status, amount, currency, reason, kind, debit_note, ordered_on, due_on, ecb_rate, points, settled_on, bank_reference,
    interest, interest_days, offset_claim_id) ON funding.recovery TO ${app};
-- lines are rewritten when it is changed; the journal keeps what they were
GRANT UPDATE (line, account, share, declared), DELETE ON funding.recovery_line TO ${app};
