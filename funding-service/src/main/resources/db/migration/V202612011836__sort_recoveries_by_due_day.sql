-- SPDX-License-Identifier: EUPL-1.2
-- The list of recoveries in the order of their due days; what is not ordered has none yet, and comes last.
CREATE INDEX recovery_sorted_by_due_day ON funding.recovery (institution, coalesce(due_on, date '9999-12-31'), id);
CREATE INDEX all_recoveries_sorted_by_due_day ON funding.recovery (coalesce(due_on, date '9999-12-31'), id);
