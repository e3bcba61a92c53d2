-- Of whom a record names the identifier need not be known: an owner, for one. Then there is no hash of it either.
ALTER TABLE journal.identity
    ALTER COLUMN identifier_hash DROP NOT NULL,
    DROP CONSTRAINT identity_check,
    ADD CONSTRAINT identity_check CHECK (CASE WHEN erased_at IS NULL
        THEN num_nulls(salt, name) = 0
            AND name_hash = sha256(salt || '\x01' || convert_to(name, 'UTF8'))
            AND (identifier IS NULL) = (identifier_hash IS NULL)
            AND (identifier IS NULL OR identifier_hash = sha256(salt || '\x02' || convert_to(identifier, 'UTF8')))
        ELSE num_nonnulls(salt, name, identifier) = 0 END);
