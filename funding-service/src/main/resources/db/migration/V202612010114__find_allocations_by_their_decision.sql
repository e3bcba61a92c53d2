-- An allocation is looked for by the reference of the decision that granted it, too.
CREATE INDEX allocation_by_decision_text ON funding.allocation USING gin (search.plain(decision_reference) search.gin_trgm_ops);
