-- SPDX-License-Identifier: EUPL-1.2
-- A credit note may take back VAT alone: what one of the net left of an invoice.
ALTER TABLE infrastructure.credit_note DROP CONSTRAINT credit_note_net_check,
    ADD CONSTRAINT credit_note_net_check CHECK (net >= 0),
    ADD CONSTRAINT credit_note_gross_above_zero CHECK (gross > 0);
