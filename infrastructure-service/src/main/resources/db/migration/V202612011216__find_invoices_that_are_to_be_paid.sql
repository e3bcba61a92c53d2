-- SPDX-License-Identifier: EUPL-1.2
-- Invoices that are to be paid, by the day from which their time runs (FR 116).
CREATE INDEX invoice_to_be_paid_by_issue ON infrastructure.invoice (institution, issued_on, id) WHERE status IN ('RECEIVED', 'MATCHED', 'APPROVED');
CREATE INDEX all_invoices_to_be_paid_by_issue ON infrastructure.invoice (issued_on, id) WHERE status IN ('RECEIVED', 'MATCHED', 'APPROVED');
