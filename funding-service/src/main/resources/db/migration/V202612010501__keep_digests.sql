-- Who wants the mail digest, where it goes, and what became of the last one: theirs alone, no part of the books. Auditors do not read it.
CREATE SCHEMA digest;
CREATE TABLE digest.subscription (
    person      uuid PRIMARY KEY REFERENCES journal.person,
    address     text NOT NULL CHECK (length(address) <= 254 AND address ~ '^[!-~]+@[!-~]+$'),
    language    text NOT NULL CHECK (language IN ('EN', 'LT')),
    -- as whom they were here last, which is as whom it is asked what there is to do for them
    roles       text[] NOT NULL,
    institution text NOT NULL,
    seen_at     timestamptz NOT NULL,
    -- the last morning that was seen to, or is being seen to under this claim
    day         date NOT NULL,
    state       text NOT NULL CHECK (state IN ('NEW', 'CLAIMED', 'SENDING', 'SENT', 'NOTHING', 'FAILED', 'REFUSED')),
    claim       uuid UNIQUE,
    tries       integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
    tried_at    timestamptz,
    CHECK (state = 'NEW' OR num_nulls(claim, tried_at) = 0)
);
CREATE INDEX subscription_by_day ON digest.subscription (day, person);
CREATE INDEX subscription_by_visit ON digest.subscription (seen_at);
GRANT USAGE ON SCHEMA digest TO ${app};
GRANT SELECT, INSERT, DELETE ON digest.subscription TO ${app};
GRANT UPDATE (address, language, roles, institution, seen_at, day, state, claim, tries, tried_at) ON digest.subscription TO ${app};
