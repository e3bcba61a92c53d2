-- SPDX-License-Identifier: EUPL-1.2
-- What counts is undone by a second person; until then it counts.
ALTER TABLE funding.receipt DROP CONSTRAINT receipt_status_check,
    ADD CONSTRAINT receipt_status_check
        CHECK (status IN ('RECORDED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'REVERSAL_PROPOSED', 'REVERSED'));
ALTER TABLE funding.commitment DROP CONSTRAINT commitment_status_check,
    ADD CONSTRAINT commitment_status_check
        CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN', 'REVERSAL_PROPOSED', 'REVERSED'));

-- the same payment may be recorded again after its reversal, too
DROP INDEX funding.receipt_recorded_twice;
CREATE UNIQUE INDEX receipt_recorded_twice ON funding.receipt (allocation_id, bank_reference, value_date, amount)
    WHERE status NOT IN ('REFUSED', 'WITHDRAWN', 'REVERSED');

CREATE INDEX receipt_reversal_waiting ON funding.receipt (recorded_at, id) WHERE status = 'REVERSAL_PROPOSED';
CREATE INDEX receipt_reversal_waiting_by_amount ON funding.receipt (amount, id) WHERE status = 'REVERSAL_PROPOSED';
CREATE INDEX commitment_reversal_waiting ON funding.commitment (recorded_at, id) WHERE status = 'REVERSAL_PROPOSED';
CREATE INDEX commitment_reversal_waiting_by_amount ON funding.commitment (amount, id) WHERE status = 'REVERSAL_PROPOSED';
