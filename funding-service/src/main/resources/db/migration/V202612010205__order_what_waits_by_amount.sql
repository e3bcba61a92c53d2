-- SPDX-License-Identifier: EUPL-1.2
-- What waits is also read from the largest amount down.
CREATE INDEX allocation_waiting_by_amount ON funding.allocation (amount, id) WHERE status = 'PROPOSED';
CREATE INDEX receipt_waiting_by_amount ON funding.receipt (amount, id) WHERE status = 'RECORDED';
CREATE INDEX commitment_waiting_by_amount ON funding.commitment (amount, id) WHERE status = 'PROPOSED';
