-- SPDX-License-Identifier: EUPL-1.2
-- What counts is undone by a second person; until then it counts.
ALTER TABLE infrastructure.direct_cost DROP CONSTRAINT direct_cost_status_check,
    ADD CONSTRAINT direct_cost_status_check
        CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN', 'REVERSAL_PROPOSED', 'REVERSED'));
CREATE INDEX direct_cost_reversal_waiting ON infrastructure.direct_cost (recorded_at, id) WHERE status = 'REVERSAL_PROPOSED';
CREATE INDEX direct_cost_reversal_waiting_by_amount ON infrastructure.direct_cost (amount, id) WHERE status = 'REVERSAL_PROPOSED';

-- a certificate has its number among those of its contract as long as it counts
DO $$DECLARE
    numbered name;
BEGIN
    SELECT conname INTO STRICT numbered FROM pg_constraint
    WHERE conrelid = 'infrastructure.certificate'::regclass AND pg_get_constraintdef(oid) LIKE '%n IS NOT NULL%status%';
    EXECUTE format('ALTER TABLE infrastructure.certificate DROP CONSTRAINT %I', numbered);
END$$;
ALTER TABLE infrastructure.certificate DROP CONSTRAINT certificate_status_check,
    ADD CONSTRAINT certificate_status_check
        CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN', 'REVERSAL_PROPOSED', 'REVERSED')),
    ADD CONSTRAINT certificate_numbered_while_it_counts
        CHECK ((n IS NOT NULL) = (status IN ('APPROVED', 'REVERSAL_PROPOSED')));
DROP INDEX infrastructure.certificate_number_taken;
CREATE UNIQUE INDEX certificate_number_taken ON infrastructure.certificate (contract_id, number)
    WHERE status NOT IN ('REJECTED', 'WITHDRAWN', 'REVERSED');
CREATE INDEX certificate_reversal_waiting ON infrastructure.certificate (recorded_at, id) WHERE status = 'REVERSAL_PROPOSED';
CREATE INDEX certificate_reversal_waiting_by_amount ON infrastructure.certificate (payable, id) WHERE status = 'REVERSAL_PROPOSED';
