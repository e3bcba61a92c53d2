-- SPDX-License-Identifier: EUPL-1.2
-- What was answered and is found again is found anew: an answer does not mend a table. As long as it is open it is kept once.
ALTER TABLE journal.finding DROP CONSTRAINT finding_kept_once;
CREATE UNIQUE INDEX finding_open_once ON journal.finding (content) WHERE answered_at IS NULL;
