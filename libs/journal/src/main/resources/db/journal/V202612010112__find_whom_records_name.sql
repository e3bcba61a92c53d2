-- Contracts are found by their contractor: whom records name is looked up by a part of the name or of the company code.
CREATE INDEX identity_by_text ON journal.identity USING gin (search.plain(name) search.gin_trgm_ops,
    search.plain(identifier) search.gin_trgm_ops);
