-- SPDX-License-Identifier: EUPL-1.2
-- How far the record of infrastructure-service was followed: no part of the books. The row is the lock by which one instance at a time goes on, and
-- moves in the transaction of what followed from an entry.
CREATE SCHEMA follower;
CREATE TABLE follower.place (
    feed     text   PRIMARY KEY,
    -- of the last entry that was taken in; -1 before the first
    position bigint NOT NULL CHECK (position >= -1),
    moved_at timestamptz NOT NULL
);
INSERT INTO follower.place (feed, position, moved_at) VALUES ('infrastructure', -1, 'epoch');
GRANT USAGE ON SCHEMA follower TO ${app};
GRANT SELECT ON follower.place TO ${app};
GRANT UPDATE (position, moved_at) ON follower.place TO ${app};

-- What claims came to know lately is read again, once.
CREATE INDEX expenditure_by_recording ON funding.expenditure (recorded_at);
