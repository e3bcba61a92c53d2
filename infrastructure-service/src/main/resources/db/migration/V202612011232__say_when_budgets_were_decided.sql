-- SPDX-License-Identifier: EUPL-1.2
-- The day on which the budget of a cost line was decided, from which it counts; null where it counts from the day on which it was recorded.
ALTER TABLE infrastructure.cost_line
    ADD COLUMN counts_from date CHECK (counts_from BETWEEN '1990-01-01' AND '2100-12-31');
