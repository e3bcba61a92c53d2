-- How people look at lists, by the names that they gave it: theirs, or shared with a role of their institution. No part of the books.
CREATE SCHEMA views;
CREATE TABLE views.view (
    id          uuid PRIMARY KEY,
    person      uuid NOT NULL REFERENCES journal.person,
    institution text NOT NULL,
    list        text NOT NULL CHECK (list ~ '^[a-z-]{1,40}$'),
    -- empty for the columns that the person has chosen last
    name        text NOT NULL CHECK (length(name) <= 100),
    query       text NOT NULL CHECK (length(query) <= 2000),
    role        text CHECK (role IS NULL OR name <> ''),
    saved_at    timestamptz NOT NULL,
    CONSTRAINT view_is_one UNIQUE (person, institution, list, name)
);
CREATE INDEX view_shared ON views.view (institution, list, role) WHERE role IS NOT NULL;
GRANT USAGE ON SCHEMA views TO ${app};
GRANT SELECT, INSERT, DELETE ON views.view TO ${app};
GRANT UPDATE (query, role, saved_at) ON views.view TO ${app};
