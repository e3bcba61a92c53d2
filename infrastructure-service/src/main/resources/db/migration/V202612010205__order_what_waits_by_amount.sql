-- SPDX-License-Identifier: EUPL-1.2
-- What waits is also read from the largest amount down.
CREATE INDEX contract_waiting_by_amount ON infrastructure.contract (gross, id) WHERE status = 'PROPOSED';
