-- SPDX-License-Identifier: EUPL-1.2
-- A payment that was recorded and did not happen is undone by a second person; until then the claim is paid.
DO $$DECLARE
    outdated name;
BEGIN
    FOR outdated IN SELECT conname FROM pg_constraint WHERE conrelid = 'funding.claim'::regclass AND contype = 'c'
        AND (pg_get_constraintdef(oid) LIKE '%submitted_on IS NOT NULL%status%' OR pg_get_constraintdef(oid) LIKE '%paid_on IS NOT NULL%')
    LOOP
        EXECUTE format('ALTER TABLE funding.claim DROP CONSTRAINT %I', outdated);
    END LOOP;
END$$;
ALTER TABLE funding.claim DROP CONSTRAINT claim_status_check,
    ADD CONSTRAINT claim_status_check CHECK (status IN ('DRAFT', 'SUBMITTED', 'CLOCK_STOPPED', 'VERIFIED', 'AUTHORISED', 'PAID', 'RETURNED',
        'REJECTED', 'WITHDRAWN', 'REVERSAL_PROPOSED')),
    ADD CONSTRAINT claim_submitted_while_it_holds CHECK ((submitted_on IS NOT NULL)
        = (status IN ('SUBMITTED', 'CLOCK_STOPPED', 'VERIFIED', 'AUTHORISED', 'PAID', 'REVERSAL_PROPOSED'))),
    ADD CONSTRAINT claim_paid_with_its_paper CHECK ((paid_on IS NOT NULL) = (status IN ('PAID', 'REVERSAL_PROPOSED'))
        AND (bank_reference IS NOT NULL) = (status IN ('PAID', 'REVERSAL_PROPOSED')));
CREATE INDEX claim_reversal_waiting ON funding.claim (recorded_at, id) WHERE status = 'REVERSAL_PROPOSED';
CREATE INDEX claim_reversal_waiting_by_amount ON funding.claim (share, id) WHERE status = 'REVERSAL_PROPOSED';

DROP TRIGGER only_by_steps ON funding.claim;
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.claim FOR EACH ROW EXECUTE FUNCTION journal.only_by_its_steps(
    'SUBMIT submitted_on clock_since clock_stopped_days eu_share national_share share',
    'STOP_CLOCK clock_since', 'START_CLOCK clock_since clock_stopped_days',
    'VERIFY deducted eligible eu_share national_share share',
    'PAY paid_on bank_reference', 'APPROVE_REVERSAL paid_on bank_reference',
    'SEND_BACK submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'REFUSE submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'RETURN submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'REJECT submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'WITHDRAW submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share');
