-- Receipts and commitments are sorted by amount, receipts by the day the money arrived, programmes by when they were recorded: each order of a
-- list comes out of an index, for a reader of one institution and for one of all.
CREATE INDEX receipt_by_amount ON funding.receipt (institution, amount, id);
CREATE INDEX all_receipts_by_amount ON funding.receipt (amount, id);
CREATE INDEX receipt_by_value_date ON funding.receipt (institution, value_date, id);
CREATE INDEX all_receipts_by_value_date ON funding.receipt (value_date, id);
CREATE INDEX commitment_by_amount ON funding.commitment (institution, amount, id);
CREATE INDEX all_commitments_by_amount ON funding.commitment (amount, id);
CREATE INDEX programme_by_recording ON funding.programme (institution, recorded_at, id);
CREATE INDEX all_programmes_by_recording ON funding.programme (recorded_at, id);
