-- A cost report as it was issued: what it was read from, and what it said, byte for byte.
CREATE TABLE infrastructure.cost_report (
    id                     uuid PRIMARY KEY,
    version                int  NOT NULL,
    institution            text NOT NULL,
    recorded_by            uuid NOT NULL REFERENCES journal.person,
    recorded_at            timestamptz NOT NULL,
    project_id             uuid NOT NULL,
    n                      int  NOT NULL CHECK (n > 0),          -- counted under the lock of the project
    as_of                  date NOT NULL,
    recorded               bigint NOT NULL CHECK (recorded >= 0),
    vat                    text NOT NULL CHECK (vat IN ('EXCLUDED', 'INCLUDED')),
    estimate_at_completion numeric(19, 2) NOT NULL,
    currency               text NOT NULL CHECK (currency = 'EUR'),
    body                   text NOT NULL,
    hash                   text NOT NULL CHECK (hash = encode(sha256(convert_to(body, 'UTF8')), 'hex')),
    UNIQUE (project_id, n),
    FOREIGN KEY (institution, project_id) REFERENCES infrastructure.project (institution, id)
);
CREATE INDEX cost_report_of_project ON infrastructure.cost_report (project_id, recorded_at, id);

GRANT SELECT ON infrastructure.cost_report TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.cost_report TO ${app};
