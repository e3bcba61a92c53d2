-- SPDX-License-Identifier: EUPL-1.2
-- The table of a kind of record: copy this, take out what the kind has not, and replace "thing" and "service". KindsTest holds every
-- table against what stands here above the line "What it says".
CREATE TABLE service.thing (
    -- Made by the application (UUIDv7).
    id          uuid PRIMARY KEY,
    -- Rises with every change; If-Match compares it.
    version     int  NOT NULL,
    -- Whose record it is: part of every foreign key to another record, so that no child is of another institution than its parent.
    institution text NOT NULL,
    -- The random id of who recorded it; the name is in journal.person alone, where it can be erased.
    recorded_by uuid NOT NULL REFERENCES journal.person,
    recorded_at timestamptz NOT NULL,
    -- Only of what has a life: the states of its table of steps, each once.
    status      text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    -- What it says ------------------------------------------------------------------------------------------------------------------
    parent_id   uuid NOT NULL,
    reference   text NOT NULL,
    amount      numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency    text NOT NULL CHECK (currency = 'EUR'),
    happened_on date NOT NULL,
    -- For records that belong to it.
    UNIQUE (institution, id),
    FOREIGN KEY (institution, parent_id) REFERENCES service.parent (institution, id),
    -- A reference cannot be taken for an id.
    CHECK (reference !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$')
);
-- Names of constraints that people can break are codes of refusals: thing_reference_taken becomes thing-reference-taken.
-- What was withdrawn may be recorded again under its reference.
CREATE UNIQUE INDEX thing_reference_taken ON service.thing (institution, reference) WHERE status <> 'WITHDRAWN';
-- For each order of its list one within an institution and one for who sees them all; a test reads their plans.
CREATE INDEX thing_by_recording ON service.thing (institution, recorded_at, id);
CREATE INDEX all_things_by_recording ON service.thing (recorded_at, id);
-- For each state in which it waits for somebody.
CREATE INDEX thing_waiting ON service.thing (recorded_at, id) WHERE status = 'PROPOSED';
-- For the search, without diacritics: the expressions are those of Listing.containing.
CREATE INDEX thing_by_text ON service.thing USING gin (search.plain(reference) search.gin_trgm_ops);

-- The second lock of its life: a state changes only with a step, what it says only when it came back.
CREATE TRIGGER only_by_steps BEFORE UPDATE ON service.thing FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON service.thing FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');

-- Nobody deletes; what may be changed is named column by column, and never who recorded it, when, and for which institution.
GRANT SELECT ON service.thing TO ${app}, fundtrail_auditor;
GRANT INSERT ON service.thing TO ${app};
GRANT UPDATE (version, status, reference, amount, currency, happened_on) ON service.thing TO ${app};
