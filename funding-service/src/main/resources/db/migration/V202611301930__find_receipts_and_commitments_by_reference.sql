-- Receipts are known by the reference of the bank, commitments by that of the legal commitment: both are found by it, and by a part of it.
CREATE INDEX receipt_by_reference ON funding.receipt (bank_reference);
CREATE INDEX receipt_by_text ON funding.receipt USING gin (search.plain(bank_reference) search.gin_trgm_ops);
CREATE INDEX commitment_by_reference ON funding.commitment (legal_commitment_reference);
CREATE INDEX commitment_by_text ON funding.commitment USING gin (search.plain(legal_commitment_reference) search.gin_trgm_ops);
