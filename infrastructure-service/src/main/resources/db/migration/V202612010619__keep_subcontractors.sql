-- SPDX-License-Identifier: EUPL-1.2
-- Subcontractors of contracts: never changed. Whom they name stands in journal.identity, where it can be erased.
CREATE TABLE infrastructure.subcontractor (
    id          uuid PRIMARY KEY,
    version     int  NOT NULL,
    institution text NOT NULL,
    recorded_by uuid NOT NULL REFERENCES journal.person,
    recorded_at timestamptz NOT NULL,
    contract_id uuid NOT NULL,
    number      int  NOT NULL CHECK (number > 0),
    reference   text NOT NULL,
    identity_id uuid NOT NULL REFERENCES journal.identity,
    amount      numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency    text NOT NULL CHECK (currency = 'EUR'),
    "on"        date NOT NULL,
    UNIQUE (contract_id, number),
    FOREIGN KEY (institution, contract_id) REFERENCES infrastructure.contract (institution, id)
);
CREATE INDEX subcontractor_of_contract ON infrastructure.subcontractor (contract_id, recorded_at, id);
CREATE INDEX subcontractor_of_identity ON infrastructure.subcontractor (identity_id);
CREATE INDEX subcontractor_by_text ON infrastructure.subcontractor USING gin (search.plain(reference) search.gin_trgm_ops);
CREATE INDEX subcontractor_by_amount ON infrastructure.subcontractor (amount);

-- Who owns or controls it in the end.
CREATE TABLE infrastructure.subcontractor_owner (
    subcontractor_id uuid NOT NULL REFERENCES infrastructure.subcontractor,
    n                int  NOT NULL,
    identity_id      uuid NOT NULL REFERENCES journal.identity,
    PRIMARY KEY (subcontractor_id, n)
);

CREATE FUNCTION infrastructure.only_with_its_subcontractor() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF NOT EXISTS (SELECT FROM infrastructure.subcontractor s
                   WHERE s.id = NEW.subcontractor_id AND s.xmin = pg_current_xact_id()::xid) THEN
        RAISE EXCEPTION '% comes only with its subcontractor', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END$$;
CREATE TRIGGER only_with_its_subcontractor BEFORE INSERT ON infrastructure.subcontractor_owner FOR EACH ROW
    EXECUTE FUNCTION infrastructure.only_with_its_subcontractor();

GRANT SELECT ON infrastructure.subcontractor, infrastructure.subcontractor_owner TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.subcontractor, infrastructure.subcontractor_owner TO ${app};
