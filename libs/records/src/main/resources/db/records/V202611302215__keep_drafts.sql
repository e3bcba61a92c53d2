-- What somebody has typed into a form and not recorded yet: theirs alone, no part of the books. Auditors do not read it.
CREATE SCHEMA drafts;
CREATE TABLE drafts.draft (
    person      uuid NOT NULL REFERENCES journal.person,
    -- under which its form is recorded, once
    key         text NOT NULL CHECK (key ~ '^[!-~]{8,100}$'),
    institution text NOT NULL,
    page        text NOT NULL CHECK (length(page) <= 500),
    title       text NOT NULL CHECK (length(title) <= 500),
    answers     text NOT NULL CHECK (octet_length(answers) <= 65536),
    saved_at    timestamptz NOT NULL,
    PRIMARY KEY (person, key)
);
CREATE INDEX draft_by_age ON drafts.draft (saved_at);
GRANT USAGE ON SCHEMA drafts TO ${app};
GRANT SELECT, INSERT, DELETE ON drafts.draft TO ${app};
GRANT UPDATE (institution, page, title, answers, saved_at) ON drafts.draft TO ${app};
