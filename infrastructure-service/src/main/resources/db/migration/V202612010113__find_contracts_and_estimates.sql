-- One field finds any record: contracts by their reference, their contractor and either amount, estimates by what they are called, where they
-- come from and either amount.
CREATE INDEX contract_by_text ON infrastructure.contract USING gin (search.plain(reference) search.gin_trgm_ops);
CREATE INDEX contract_of_contractor ON infrastructure.contract (contractor_id);
CREATE INDEX contract_by_net ON infrastructure.contract (net);
CREATE INDEX estimate_by_text ON infrastructure.estimate USING gin (search.plain(name) search.gin_trgm_ops,
    search.plain(source_title) search.gin_trgm_ops, search.plain(owner_reference) search.gin_trgm_ops);
CREATE INDEX estimate_by_amount ON infrastructure.estimate (amount);
CREATE INDEX estimate_by_gross ON infrastructure.estimate (institution, gross, id);
CREATE INDEX all_estimates_by_gross ON infrastructure.estimate (gross, id);
