-- SPDX-License-Identifier: EUPL-1.2
-- Claims: what of the costs of a project an allocation pays. The costs are those of infrastructure-service.

-- A cost item since the first claim named it: its row is the lock under which its money moves. It has the id that the item has there.
CREATE TABLE funding.expenditure (
    id                uuid PRIMARY KEY,
    version           int  NOT NULL,
    institution       text NOT NULL,
    recorded_by       uuid NOT NULL REFERENCES journal.person,
    recorded_at       timestamptz NOT NULL,
    type              text NOT NULL CHECK (type IN ('INVOICE', 'DIRECT_COST')),
    number            text NOT NULL,
    project_id        uuid NOT NULL,
    project_reference text NOT NULL,
    -- what it came to when that was last read; nothing of it can be claimed unless it counts
    counts            boolean NOT NULL,
    gross             numeric(19, 2) NOT NULL CHECK (gross >= 0),
    credited          numeric(19, 2) NOT NULL CHECK (credited >= 0),
    eligible          numeric(19, 2) NOT NULL CHECK (eligible >= 0),
    eligible_credited numeric(19, 2) NOT NULL CHECK (eligible_credited >= 0),
    eu_eligible       numeric(19, 2) NOT NULL CHECK (eu_eligible >= 0),
    item_version      int  NOT NULL,
    UNIQUE (institution, id)
);

CREATE TABLE funding.claim (
    id                 uuid PRIMARY KEY,
    version            int  NOT NULL,
    institution        text NOT NULL,
    recorded_by        uuid NOT NULL REFERENCES journal.person,
    recorded_at        timestamptz NOT NULL,
    status             text NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED', 'CLOCK_STOPPED', 'VERIFIED', 'AUTHORISED', 'PAID', 'RETURNED',
                                                       'REJECTED', 'WITHDRAWN')),
    allocation_id      uuid NOT NULL,
    -- which of its allocation's it is, and so how it is called
    n                  int  NOT NULL CHECK (n > 0),
    reference          text NOT NULL,
    -- the project as infrastructure-service gave it when the claim was recorded or changed
    project_id         uuid NOT NULL,
    project_reference  text NOT NULL,
    project_title_en   text NOT NULL,
    project_title_lt   text NOT NULL,
    project_kind       text NOT NULL,
    claimed            numeric(19, 2) NOT NULL CHECK (claimed > 0),
    deducted           numeric(19, 2) NOT NULL CHECK (deducted >= 0),
    eligible           numeric(19, 2) NOT NULL CHECK (eligible = claimed - deducted AND eligible >= 0),
    eu_share           numeric(19, 2) NOT NULL CHECK (eu_share IN (0, share)),
    national_share     numeric(19, 2) NOT NULL CHECK (national_share = eligible - eu_share),
    share              numeric(19, 2) NOT NULL CHECK (share BETWEEN 0 AND eligible),
    currency           text NOT NULL CHECK (currency = 'EUR'),
    submitted_on       date,
    clock_since        date,
    clock_stopped_days int  NOT NULL CHECK (clock_stopped_days >= 0),
    paid_on            date,
    bank_reference     text,
    UNIQUE (institution, id),
    UNIQUE (allocation_id, n),
    FOREIGN KEY (institution, allocation_id) REFERENCES funding.allocation (institution, id),
    CHECK ((submitted_on IS NOT NULL) = (status IN ('SUBMITTED', 'CLOCK_STOPPED', 'VERIFIED', 'AUTHORISED', 'PAID'))),
    CHECK ((clock_since IS NULL) = (submitted_on IS NULL) AND clock_since >= submitted_on),
    CHECK ((paid_on IS NOT NULL) = (status = 'PAID') AND (bank_reference IS NOT NULL) = (status = 'PAID'))
);
CREATE INDEX claim_by_recording ON funding.claim (institution, recorded_at, id);
CREATE INDEX claim_by_reference ON funding.claim (institution, reference, id);
CREATE INDEX claim_by_share ON funding.claim (institution, share, id);
CREATE INDEX all_claims_by_recording ON funding.claim (recorded_at, id);
CREATE INDEX all_claims_by_reference ON funding.claim (reference, id);
CREATE INDEX all_claims_by_share ON funding.claim (share, id);
CREATE INDEX claim_of_allocation ON funding.claim (allocation_id, recorded_at, id);
CREATE INDEX claim_of_project ON funding.claim (project_id, recorded_at, id);
CREATE INDEX claim_by_text ON funding.claim USING gin (search.plain(reference) search.gin_trgm_ops,
    search.plain(project_reference) search.gin_trgm_ops, search.plain(project_title_en) search.gin_trgm_ops,
    search.plain(project_title_lt) search.gin_trgm_ops);
CREATE INDEX claim_waiting_to_be_verified ON funding.claim (recorded_at, id) WHERE status = 'SUBMITTED';
CREATE INDEX claim_waiting_for_what_is_missing ON funding.claim (recorded_at, id) WHERE status = 'CLOCK_STOPPED';
CREATE INDEX claim_waiting_to_be_authorised ON funding.claim (recorded_at, id) WHERE status = 'VERIFIED';
CREATE INDEX claim_waiting_to_be_paid ON funding.claim (recorded_at, id) WHERE status = 'AUTHORISED';
CREATE INDEX claim_waiting_to_be_verified_by_amount ON funding.claim (share, id) WHERE status = 'SUBMITTED';
CREATE INDEX claim_waiting_for_what_is_missing_by_amount ON funding.claim (share, id) WHERE status = 'CLOCK_STOPPED';
CREATE INDEX claim_waiting_to_be_authorised_by_amount ON funding.claim (share, id) WHERE status = 'VERIFIED';
CREATE INDEX claim_waiting_to_be_paid_by_amount ON funding.claim (share, id) WHERE status = 'AUTHORISED';
CREATE INDEX claim_came_back ON funding.claim (status, id) WHERE status IN ('RETURNED', 'REJECTED');

-- What it claims of each item, as that was then: less what credit notes had taken back of it.
CREATE TABLE funding.claim_line (
    claim_id    uuid NOT NULL REFERENCES funding.claim,
    n           int  NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('INVOICE', 'DIRECT_COST')),
    item        uuid NOT NULL,
    -- on whose accounts it draws: an invoice that shares those of a first one draws on that one's
    account     uuid NOT NULL REFERENCES funding.expenditure,
    number      text NOT NULL,
    state       text NOT NULL,
    gross       numeric(19, 2) NOT NULL,
    eligible    numeric(19, 2) NOT NULL,
    amount      numeric(19, 2) NOT NULL CHECK (amount > 0),
    description text,
    PRIMARY KEY (claim_id, n),
    CONSTRAINT item_claimed_twice UNIQUE (claim_id, account) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX claim_line_of_item ON funding.claim_line (account);

-- What came of each line: what its verification took from it, what of that nobody can claim any more, and what the allocation pays of it.
CREATE TABLE funding.claim_holding (
    claim_id     uuid NOT NULL,
    n            int  NOT NULL,
    deducted     numeric(19, 2) NOT NULL CHECK (deducted >= 0),
    not_eligible numeric(19, 2) NOT NULL CHECK (not_eligible BETWEEN 0 AND deducted),
    share        numeric(19, 2) NOT NULL CHECK (share >= 0),
    unfunded     numeric(19, 2) NOT NULL CHECK (unfunded >= 0),
    PRIMARY KEY (claim_id, n),
    FOREIGN KEY (claim_id) REFERENCES funding.claim
);

CREATE TABLE funding.claim_deduction (
    claim_id uuid NOT NULL REFERENCES funding.claim,
    n        int  NOT NULL,
    line     int  NOT NULL CHECK (line > 0),
    amount   numeric(19, 2) NOT NULL CHECK (amount > 0),
    kind     text NOT NULL CHECK (kind IN ('NOT_ELIGIBLE', 'NOT_PROVEN')),
    reason   text NOT NULL,
    PRIMARY KEY (claim_id, n)
);

-- The second lock of their lives.
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.claim FOR EACH ROW EXECUTE FUNCTION journal.only_by_its_steps(
    'SUBMIT submitted_on clock_since clock_stopped_days eu_share national_share share',
    'STOP_CLOCK clock_since', 'START_CLOCK clock_since clock_stopped_days',
    'VERIFY deducted eligible eu_share national_share share',
    'PAY paid_on bank_reference',
    'SEND_BACK submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'REFUSE submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'RETURN submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'REJECT submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'WITHDRAW submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share');
CREATE TRIGGER only_with_a_step AFTER INSERT ON funding.claim FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('DRAFT');
CREATE TRIGGER only_with_its_record BEFORE INSERT OR UPDATE OR DELETE ON funding.claim_line FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_its_record('claim_id');
CREATE TRIGGER only_with_its_record BEFORE INSERT OR UPDATE OR DELETE ON funding.claim_holding FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_steps_of_its_record('claim_id', 'RECORD', 'CHANGE', 'SUBMIT', 'VERIFY', 'SEND_BACK', 'REFUSE', 'RETURN',
        'REJECT', 'WITHDRAW');
CREATE TRIGGER only_with_its_record BEFORE INSERT OR UPDATE OR DELETE ON funding.claim_deduction FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_steps_of_its_record('claim_id', 'CHANGE', 'VERIFY', 'SEND_BACK', 'REFUSE', 'RETURN', 'REJECT', 'WITHDRAW');
-- An item says what it comes to in its first entry, and something else only with an entry that settles it.
CREATE CONSTRAINT TRIGGER only_by_a_settlement AFTER UPDATE ON funding.expenditure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.version > 0) EXECUTE FUNCTION journal.only_by_a_correction('expenditure.adjusted');

GRANT SELECT ON funding.expenditure, funding.claim, funding.claim_line, funding.claim_holding, funding.claim_deduction TO ${app}, fundtrail_auditor;
GRANT INSERT ON funding.expenditure, funding.claim, funding.claim_line, funding.claim_holding, funding.claim_deduction TO ${app};
GRANT UPDATE (version, counts, gross, credited, eligible, eligible_credited, eu_eligible, item_version) ON funding.expenditure TO ${app};
GRANT UPDATE (version, status, project_id, project_reference, project_title_en, project_title_lt, project_kind, claimed, deducted, eligible,
    eu_share, national_share, share, currency, submitted_on, clock_since, clock_stopped_days, paid_on, bank_reference) ON funding.claim TO ${app};
-- lines are rewritten when a claim is changed, what came of them and deductions by its steps; the journal keeps what they were
GRANT UPDATE (kind, item, account, number, state, gross, eligible, amount, description), DELETE ON funding.claim_line TO ${app};
GRANT UPDATE (deducted, not_eligible, share, unfunded), DELETE ON funding.claim_holding TO ${app};
GRANT UPDATE (line, amount, kind, reason), DELETE ON funding.claim_deduction TO ${app};
