-- SPDX-License-Identifier: EUPL-1.2
-- What is due soon is told to whom it matters, of their institution or of all.
CREATE INDEX contract_by_due_day ON infrastructure.contract (institution, due_on, id) WHERE status = 'APPROVED';
CREATE INDEX all_contracts_by_due_day ON infrastructure.contract (due_on, id) WHERE status = 'APPROVED';
CREATE INDEX project_by_end ON infrastructure.project (institution, period_to, id);
CREATE INDEX all_projects_by_end ON infrastructure.project (period_to, id);
