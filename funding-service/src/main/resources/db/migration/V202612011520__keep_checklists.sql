-- SPDX-License-Identifier: EUPL-1.2
-- Checklists, in versions: what is asked when claims of a programme are verified; and what verifications answered, looked at and found.
CREATE TABLE funding.checklist (
    id           uuid PRIMARY KEY,
    version      int  NOT NULL,
    institution  text NOT NULL,
    recorded_by  uuid NOT NULL REFERENCES journal.person,
    recorded_at  timestamptz NOT NULL,
    status       text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    programme_id uuid NOT NULL,
    -- which of its programme's it is; the latest that was approved is in force
    number       int  NOT NULL CHECK (number > 0),
    title        text NOT NULL,
    UNIQUE (institution, id),
    UNIQUE (programme_id, number),
    FOREIGN KEY (institution, programme_id) REFERENCES funding.programme (institution, id)
);
CREATE INDEX checklist_by_recording ON funding.checklist (institution, recorded_at, id);
CREATE INDEX all_checklists_by_recording ON funding.checklist (recorded_at, id);
CREATE INDEX checklist_of_programme ON funding.checklist (programme_id, recorded_at, id);
CREATE INDEX checklist_by_text ON funding.checklist USING gin (search.plain(title) search.gin_trgm_ops);
CREATE INDEX checklist_waiting ON funding.checklist (recorded_at, id) WHERE status = 'PROPOSED';
-- no money is on it: in the order of amounts it stands as nothing
CREATE INDEX checklist_waiting_by_amount ON funding.checklist (((0 * number)::numeric), id) WHERE status = 'PROPOSED';
CREATE INDEX checklist_came_back ON funding.checklist (status, id) WHERE status IN ('RETURNED', 'REJECTED');

CREATE TABLE funding.checklist_question (
    checklist_id    uuid NOT NULL REFERENCES funding.checklist,
    n               int  NOT NULL,
    en              text NOT NULL,
    lt              text NOT NULL,
    legal_reference text,
    PRIMARY KEY (checklist_id, n)
);

CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.checklist FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON funding.checklist FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');
CREATE TRIGGER only_with_its_record BEFORE INSERT OR UPDATE OR DELETE ON funding.checklist_question FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_its_record('checklist_id');

GRANT SELECT ON funding.checklist, funding.checklist_question TO ${app}, fundtrail_auditor;
GRANT INSERT ON funding.checklist, funding.checklist_question TO ${app};
GRANT UPDATE (version, status, title) ON funding.checklist TO ${app};
-- questions are rewritten when a version that came back is changed; the journal keeps what they were
GRANT UPDATE (en, lt, legal_reference), DELETE ON funding.checklist_question TO ${app};

-- How a verification answered the checklist, question by question.
CREATE TABLE funding.claim_answer (
    claim_id     uuid NOT NULL REFERENCES funding.claim,
    n            int  NOT NULL,
    checklist_id uuid NOT NULL REFERENCES funding.checklist,
    question     int  NOT NULL CHECK (question > 0),
    answer       text NOT NULL CHECK (answer IN ('YES', 'NO', 'NOT_APPLICABLE')),
    finding      text CHECK (answer <> 'NO' OR finding IS NOT NULL),
    PRIMARY KEY (claim_id, n),
    CONSTRAINT question_answered_twice UNIQUE (claim_id, question) DEFERRABLE INITIALLY DEFERRED
);
-- Of each line, whether its verification looked at it; none where that was not stated.
CREATE TABLE funding.claim_sampled (
    claim_id uuid NOT NULL REFERENCES funding.claim,
    n        int  NOT NULL,
    sampled  boolean NOT NULL,
    PRIMARY KEY (claim_id, n)
);
ALTER TABLE funding.claim_deduction ADD error text CHECK (error IN ('PUBLIC_PROCUREMENT', 'INELIGIBLE_COST', 'MISSING_PROOF', 'CALCULATION',
    'DOUBLE_FUNDING', 'VAT', 'OUTSIDE_PERIOD', 'OTHER')), ADD question int CHECK (question > 0);

CREATE TRIGGER only_with_its_record BEFORE INSERT OR UPDATE OR DELETE ON funding.claim_answer FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_steps_of_its_record('claim_id', 'CHANGE', 'SUBMIT', 'VERIFY', 'SEND_BACK', 'REFUSE', 'RETURN', 'REJECT',
        'WITHDRAW');
CREATE TRIGGER only_with_its_record BEFORE INSERT OR UPDATE OR DELETE ON funding.claim_sampled FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_steps_of_its_record('claim_id', 'CHANGE', 'SUBMIT', 'VERIFY', 'SEND_BACK', 'REFUSE', 'RETURN', 'REJECT',
        'WITHDRAW');

GRANT SELECT ON funding.claim_answer, funding.claim_sampled TO ${app}, fundtrail_auditor;
GRANT INSERT, DELETE ON funding.claim_answer, funding.claim_sampled TO ${app};
GRANT UPDATE (checklist_id, question, answer, finding) ON funding.claim_answer TO ${app};
GRANT UPDATE (sampled) ON funding.claim_sampled TO ${app};
GRANT UPDATE (error, question) ON funding.claim_deduction TO ${app};

-- The day by which a claim is to be paid (CPR 74(1)(b)), while its clock goes.
CREATE INDEX claim_to_verify_by_end ON funding.claim (institution, (submitted_on + clock_stopped_days + 80), id) WHERE status = 'SUBMITTED';
CREATE INDEX all_claims_to_verify_by_end ON funding.claim ((submitted_on + clock_stopped_days + 80), id) WHERE status = 'SUBMITTED';
CREATE INDEX claim_to_authorise_by_end ON funding.claim (institution, (submitted_on + clock_stopped_days + 80), id) WHERE status = 'VERIFIED';
CREATE INDEX all_claims_to_authorise_by_end ON funding.claim ((submitted_on + clock_stopped_days + 80), id) WHERE status = 'VERIFIED';
CREATE INDEX claim_to_pay_by_end ON funding.claim (institution, (submitted_on + clock_stopped_days + 80), id) WHERE status = 'AUTHORISED';
CREATE INDEX all_claims_to_pay_by_end ON funding.claim ((submitted_on + clock_stopped_days + 80), id) WHERE status = 'AUTHORISED';
