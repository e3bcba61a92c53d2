-- SPDX-License-Identifier: EUPL-1.2
-- To the cent: what is paid stays within the cap, and parts of a unit cost come to the whole of its decision.

-- Authorised, a claim may be paid cents less: what other claims had taken before they came back nobody is paid.

DROP TRIGGER only_by_steps ON funding.claim;
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.claim FOR EACH ROW EXECUTE FUNCTION journal.only_by_its_steps(
    'SUBMIT submitted_on clock_since clock_stopped_days eu_share national_share share',
    'STOP_CLOCK clock_since', 'START_CLOCK clock_since clock_stopped_days',
    'VERIFY deducted eligible eu_share national_share share',
    'AUTHORISE eu_share national_share share',
    'PAY paid_on bank_reference', 'APPROVE_REVERSAL paid_on bank_reference',
    'SEND_BACK submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'REFUSE submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'RETURN submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'REJECT submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share',
    'WITHDRAW submitted_on clock_since clock_stopped_days deducted eligible eu_share national_share share');
DROP TRIGGER only_with_its_record ON funding.claim_holding;
CREATE TRIGGER only_with_its_record BEFORE INSERT OR UPDATE OR DELETE ON funding.claim_holding FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_steps_of_its_record('claim_id', 'RECORD', 'CHANGE', 'SUBMIT', 'VERIFY', 'AUTHORISE', 'SEND_BACK', 'REFUSE',
        'RETURN', 'REJECT', 'WITHDRAW');

-- Units that are claimed in parts are rounded together: each part comes to its rate, or to a cent more or less.
ALTER TABLE funding.claim_line DROP CONSTRAINT counted_by_its_rate,
    ADD CONSTRAINT counted_by_its_rate CHECK (kind <> 'UNIT_COST' OR abs(amount - round(unit_rate * quantity, 2)) <= 0.01);
