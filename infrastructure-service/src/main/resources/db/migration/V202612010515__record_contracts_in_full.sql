-- A contract in full: where in the budget it belongs, its schedule of values, how it is certified, and how far it has come.
ALTER TABLE infrastructure.contract
    ADD COLUMN cost_line_id          uuid,
    ADD COLUMN terms_retention_rate  numeric(7, 6) CHECK (terms_retention_rate BETWEEN 0 AND 1),
    ADD COLUMN terms_retention_limit numeric(19, 2) CHECK (terms_retention_limit > 0),
    ADD COLUMN terms_advance         numeric(19, 2) CHECK (terms_advance > 0 AND terms_advance <= net),
    ADD COLUMN terms_recovery_start  numeric(7, 6) CHECK (terms_recovery_start BETWEEN 0 AND 1),
    ADD COLUMN terms_recovery_rate   numeric(7, 6) CHECK (terms_recovery_rate BETWEEN 0 AND 1),
    ADD COLUMN terms_vat             text CHECK (terms_vat IN ('STANDARD', 'REVERSE_CHARGE')),
    ADD COLUMN terms_securities      text[] CHECK (terms_securities <@ '{PERFORMANCE,ADVANCE,RETENTION,INSURANCE}'::text[]),
    -- null until a contract in force goes beyond SIGNED
    ADD COLUMN stage                 text CHECK (stage IN ('PERFORMING', 'TAKEN_OVER', 'DEFECTS_PERIOD', 'FINAL_ACCEPTANCE')),
    ADD COLUMN stage_since           date CHECK (stage_since >= signed_on),
    ADD CONSTRAINT contract_of_cost_line FOREIGN KEY (institution, cost_line_id) REFERENCES infrastructure.cost_line (institution, id),
    ADD CONSTRAINT contract_belongs UNIQUE (institution, id),
    ADD CHECK ((stage IS NULL) = (stage_since IS NULL)),
    ADD CHECK (stage IS NULL OR status = 'APPROVED'),
    -- terms are said as a whole or not at all
    ADD CHECK ((terms_vat IS NULL) = (terms_securities IS NULL)),
    ADD CHECK (terms_vat IS NOT NULL OR num_nonnulls(terms_retention_rate, terms_retention_limit, terms_advance) = 0),
    ADD CHECK (terms_retention_rate IS NOT NULL OR terms_retention_limit IS NULL),
    ADD CHECK ((terms_advance IS NULL) = (terms_recovery_start IS NULL) AND (terms_advance IS NULL) = (terms_recovery_rate IS NULL));
CREATE INDEX contract_of_cost_line ON infrastructure.contract (cost_line_id);

CREATE TABLE infrastructure.contract_line (
    contract_id  uuid NOT NULL REFERENCES infrastructure.contract,
    n            int  NOT NULL,
    line         text NOT NULL,
    description  text NOT NULL,
    cost_line_id uuid REFERENCES infrastructure.cost_line,
    unit         text NOT NULL,
    quantity     numeric(18, 6) NOT NULL CHECK (quantity > 0),
    price        numeric(19, 2) NOT NULL CHECK (price > 0),
    amount       numeric(19, 2) NOT NULL CHECK (amount = round(quantity * price, 2)),
    PRIMARY KEY (contract_id, n)
);
CREATE INDEX contract_line_of_cost_line ON infrastructure.contract_line (cost_line_id);
CREATE TRIGGER only_with_its_record BEFORE INSERT OR UPDATE OR DELETE ON infrastructure.contract_line FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_its_record('contract_id');

-- Of a contract in force the stage changes too.
DROP TRIGGER only_by_steps ON infrastructure.contract;
CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.contract FOR EACH ROW
    EXECUTE FUNCTION journal.only_by_steps('contractor_id', 'stage', 'stage_since');

-- Whether VAT costs a project something decides what of its invoices is eligible, so it stays.
ALTER TABLE infrastructure.project ADD COLUMN vat_recoverable boolean NOT NULL DEFAULT false;
DROP TRIGGER only_by_a_correction ON infrastructure.project;
CREATE CONSTRAINT TRIGGER only_by_a_correction AFTER UPDATE ON infrastructure.project DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (to_jsonb(NEW) - 'version' <> to_jsonb(OLD) - 'version')
    EXECUTE FUNCTION journal.only_by_a_correction('project.corrected', 'reference', 'kind', 'period_from', 'period_to', 'vat_recoverable');

GRANT SELECT ON infrastructure.contract_line TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.contract_line TO ${app};
-- lines are rewritten when a contract is changed; the journal keeps what they were
GRANT UPDATE (line, description, cost_line_id, unit, quantity, price, amount), DELETE ON infrastructure.contract_line TO ${app};
GRANT UPDATE (cost_line_id, terms_retention_rate, terms_retention_limit, terms_advance, terms_recovery_start, terms_recovery_rate, terms_vat,
    terms_securities, stage, stage_since) ON infrastructure.contract TO ${app};
GRANT UPDATE (vat_recoverable) ON infrastructure.project TO ${app};
