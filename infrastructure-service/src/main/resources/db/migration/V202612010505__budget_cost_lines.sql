-- SPDX-License-Identifier: EUPL-1.2
-- The lines of a project's budget, net. Nothing of them is ever changed; what is budgeted for them now stands on their accounts.
CREATE TABLE infrastructure.cost_line (
    id           uuid PRIMARY KEY,
    version      int  NOT NULL,
    institution  text NOT NULL,
    recorded_by  uuid NOT NULL REFERENCES journal.person,
    recorded_at  timestamptz NOT NULL,
    project_id   uuid NOT NULL,
    name         text NOT NULL,
    category     text NOT NULL CHECK (category IN ('WORKS', 'EQUIPMENT', 'SERVICES', 'STAFF', 'LAND', 'CONTINGENCY', 'OTHER')),
    eligible     numeric(19, 2) NOT NULL CHECK (eligible >= 0),
    not_eligible numeric(19, 2) NOT NULL CHECK (not_eligible >= 0),
    currency     text NOT NULL CHECK (currency = 'EUR'),
    eu_share     numeric(7, 6) NOT NULL CHECK (eu_share BETWEEN 0 AND 1),
    CONSTRAINT cost_line_name_taken UNIQUE (project_id, name),
    UNIQUE (institution, id),
    -- for records that name a line of their own project
    UNIQUE (institution, project_id, id),
    FOREIGN KEY (institution, project_id) REFERENCES infrastructure.project (institution, id)
);
CREATE INDEX cost_line_of_project ON infrastructure.cost_line (project_id, recorded_at, id);
CREATE INDEX cost_line_by_text ON infrastructure.cost_line USING gin (search.plain(name) search.gin_trgm_ops);
CREATE INDEX cost_line_by_budget ON infrastructure.cost_line ((eligible + not_eligible));

GRANT SELECT ON infrastructure.cost_line TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.cost_line TO ${app};
-- Allows a line to be locked while something is decided about it.
GRANT UPDATE (version) ON infrastructure.cost_line TO ${app};
