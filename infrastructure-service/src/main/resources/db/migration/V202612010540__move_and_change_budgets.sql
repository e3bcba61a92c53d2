-- SPDX-License-Identifier: EUPL-1.2
-- A budget is never edited: money goes from line to line, or a decision changes it, each when a second person says so. What is paid without
-- a contract and what is expected stand beside it.
CREATE TABLE infrastructure.budget_transfer (
    id          uuid PRIMARY KEY,
    version     int  NOT NULL,
    institution text NOT NULL,
    recorded_by uuid NOT NULL REFERENCES journal.person,
    recorded_at timestamptz NOT NULL,
    status      text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    project_id  uuid NOT NULL,
    from_line_id uuid NOT NULL,
    to_line_id  uuid NOT NULL,
    amount      numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency    text NOT NULL CHECK (currency = 'EUR'),
    reason      text NOT NULL,
    "on"        date NOT NULL,
    CHECK (from_line_id <> to_line_id),
    -- only between lines of that very project
    FOREIGN KEY (institution, project_id, from_line_id) REFERENCES infrastructure.cost_line (institution, project_id, id),
    FOREIGN KEY (institution, project_id, to_line_id) REFERENCES infrastructure.cost_line (institution, project_id, id),
    FOREIGN KEY (institution, project_id) REFERENCES infrastructure.project (institution, id)
);
CREATE INDEX budget_transfer_of_project ON infrastructure.budget_transfer (project_id, recorded_at, id);
CREATE INDEX budget_transfer_waiting ON infrastructure.budget_transfer (recorded_at, id) WHERE status = 'PROPOSED';
CREATE INDEX budget_transfer_waiting_by_amount ON infrastructure.budget_transfer (amount, id) WHERE status = 'PROPOSED';
CREATE INDEX budget_transfer_came_back ON infrastructure.budget_transfer (status, id) WHERE status IN ('RETURNED', 'REJECTED');
CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.budget_transfer FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON infrastructure.budget_transfer FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');
GRANT SELECT ON infrastructure.budget_transfer TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.budget_transfer TO ${app};
GRANT UPDATE (version, status, from_line_id, to_line_id, amount, currency, reason, "on") ON infrastructure.budget_transfer TO ${app};

CREATE TABLE infrastructure.budget_change (
    id          uuid PRIMARY KEY,
    version     int  NOT NULL,
    institution text NOT NULL,
    recorded_by uuid NOT NULL REFERENCES journal.person,
    recorded_at timestamptz NOT NULL,
    status      text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    project_id  uuid NOT NULL,
    cost_line_id uuid NOT NULL,
    -- what is below zero takes
    amount      numeric(19, 2) NOT NULL CHECK (amount <> 0),
    currency    text NOT NULL CHECK (currency = 'EUR'),
    decision_reference text NOT NULL,
    decision_date date NOT NULL,
    reason      text NOT NULL,
    "on"        date NOT NULL,
    FOREIGN KEY (institution, project_id, cost_line_id) REFERENCES infrastructure.cost_line (institution, project_id, id),
    FOREIGN KEY (institution, project_id) REFERENCES infrastructure.project (institution, id)
);
CREATE INDEX budget_change_of_project ON infrastructure.budget_change (project_id, recorded_at, id);
CREATE INDEX budget_change_waiting ON infrastructure.budget_change (recorded_at, id) WHERE status = 'PROPOSED';
CREATE INDEX budget_change_waiting_by_amount ON infrastructure.budget_change (amount, id) WHERE status = 'PROPOSED';
CREATE INDEX budget_change_came_back ON infrastructure.budget_change (status, id) WHERE status IN ('RETURNED', 'REJECTED');
CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.budget_change FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON infrastructure.budget_change FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');
GRANT SELECT ON infrastructure.budget_change TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.budget_change TO ${app};
GRANT UPDATE (version, status, cost_line_id, amount, currency, decision_reference, decision_date, reason, "on") ON infrastructure.budget_change TO ${app};

CREATE TABLE infrastructure.direct_cost (
    id          uuid PRIMARY KEY,
    version     int  NOT NULL,
    institution text NOT NULL,
    recorded_by uuid NOT NULL REFERENCES journal.person,
    recorded_at timestamptz NOT NULL,
    status      text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    project_id  uuid NOT NULL,
    cost_line_id uuid NOT NULL,
    description text NOT NULL,
    amount      numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency    text NOT NULL CHECK (currency = 'EUR'),
    "on"        date NOT NULL,
    paper       text,
    FOREIGN KEY (institution, project_id, cost_line_id) REFERENCES infrastructure.cost_line (institution, project_id, id),
    FOREIGN KEY (institution, project_id) REFERENCES infrastructure.project (institution, id)
);
CREATE INDEX direct_cost_of_project ON infrastructure.direct_cost (project_id, recorded_at, id);
CREATE INDEX direct_cost_waiting ON infrastructure.direct_cost (recorded_at, id) WHERE status = 'PROPOSED';
CREATE INDEX direct_cost_waiting_by_amount ON infrastructure.direct_cost (amount, id) WHERE status = 'PROPOSED';
CREATE INDEX direct_cost_came_back ON infrastructure.direct_cost (status, id) WHERE status IN ('RETURNED', 'REJECTED');
CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.direct_cost FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON infrastructure.direct_cost FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');
GRANT SELECT ON infrastructure.direct_cost TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.direct_cost TO ${app};
GRANT UPDATE (version, status, cost_line_id, description, amount, currency, "on", paper) ON infrastructure.direct_cost TO ${app};

CREATE INDEX direct_cost_by_text ON infrastructure.direct_cost USING gin (search.plain(description) search.gin_trgm_ops,
    search.plain(paper) search.gin_trgm_ops);
CREATE INDEX direct_cost_by_amount ON infrastructure.direct_cost (amount);

CREATE TABLE infrastructure.forecast (
    id           uuid PRIMARY KEY,
    version      int  NOT NULL,
    institution  text NOT NULL,
    recorded_by  uuid NOT NULL REFERENCES journal.person,
    recorded_at  timestamptz NOT NULL,
    cost_line_id uuid NOT NULL,
    to_contract  numeric(19, 2) NOT NULL CHECK (to_contract >= 0),
    currency     text NOT NULL CHECK (currency = 'EUR'),
    method       text NOT NULL,
    reason       text NOT NULL,
    "on"         date NOT NULL,
    FOREIGN KEY (institution, cost_line_id) REFERENCES infrastructure.cost_line (institution, id)
);
CREATE INDEX forecast_of_line ON infrastructure.forecast (cost_line_id, recorded_at, id);
GRANT SELECT ON infrastructure.forecast TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.forecast TO ${app};
