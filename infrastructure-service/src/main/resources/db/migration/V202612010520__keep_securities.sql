-- SPDX-License-Identifier: EUPL-1.2
-- Securities of contracts: never changed, and looked up when something is certified.
CREATE TABLE infrastructure.security (
    id          uuid PRIMARY KEY,
    version     int  NOT NULL,
    institution text NOT NULL,
    recorded_by uuid NOT NULL REFERENCES journal.person,
    recorded_at timestamptz NOT NULL,
    contract_id uuid NOT NULL,
    number      int  NOT NULL CHECK (number > 0),
    reference   text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('PERFORMANCE', 'ADVANCE', 'RETENTION', 'INSURANCE')),
    amount      numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency    text NOT NULL CHECK (currency = 'EUR'),
    issuer      text NOT NULL,
    period_from date NOT NULL,
    period_to   date NOT NULL,
    UNIQUE (contract_id, number),
    FOREIGN KEY (institution, contract_id) REFERENCES infrastructure.contract (institution, id),
    CHECK (period_to >= period_from)
);
CREATE INDEX security_of_contract ON infrastructure.security (contract_id, recorded_at, id);
CREATE INDEX security_of_kind ON infrastructure.security (contract_id, kind, period_to);
-- What expires soon is told to whom it matters, of their institution or of all.
CREATE INDEX security_by_last_day ON infrastructure.security (institution, period_to, id);
CREATE INDEX all_securities_by_last_day ON infrastructure.security (period_to, id);
CREATE INDEX security_by_text ON infrastructure.security USING gin (search.plain(reference) search.gin_trgm_ops,
    search.plain(issuer) search.gin_trgm_ops);
CREATE INDEX security_by_amount ON infrastructure.security (amount);

GRANT SELECT ON infrastructure.security TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.security TO ${app};
