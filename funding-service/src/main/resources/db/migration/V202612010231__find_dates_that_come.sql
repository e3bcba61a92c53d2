-- SPDX-License-Identifier: EUPL-1.2
-- What ends soon is told to whom it matters, of their institution or of all.
CREATE INDEX allocation_by_end ON funding.allocation (institution, eligibility_to, id) WHERE status = 'APPROVED';
CREATE INDEX all_allocations_by_end ON funding.allocation (eligibility_to, id) WHERE status = 'APPROVED';
