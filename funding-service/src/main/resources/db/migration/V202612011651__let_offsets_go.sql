-- SPDX-License-Identifier: EUPL-1.2
-- What was kept back from a claim is due again when that claim comes back.

DROP TRIGGER only_by_steps ON funding.recovery;
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.recovery FOR EACH ROW EXECUTE FUNCTION journal.only_by_its_steps(
    'ORDER debit_note ordered_on due_on ecb_rate points',
    'PAY settled_on bank_reference interest interest_days',
    'OFFSET settled_on offset_claim_id interest interest_days',
    'RELEASE_OFFSET settled_on offset_claim_id interest interest_days',
    'WAIVE settled_on');
