-- Payment certificates: what of a contract is done by a day, computed in a fixed order and kept with what it was computed by.
CREATE TABLE infrastructure.certificate (
    id                         uuid PRIMARY KEY,
    version                    int  NOT NULL,
    institution                text NOT NULL,
    recorded_by                uuid NOT NULL REFERENCES journal.person,
    recorded_at                timestamptz NOT NULL,
    status                     text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    contract_id                uuid NOT NULL,
    -- the last approved one when it was computed
    follows_id                 uuid,
    -- of the approved ones of a contract: that of the advance is 0
    n                          int CHECK (n >= 0),
    reference                  text NOT NULL,
    number                     text NOT NULL,
    advance                    boolean NOT NULL,
    period_to                  date NOT NULL,
    taking_over                boolean NOT NULL,
    works                      numeric(19, 2) NOT NULL CHECK (works >= 0),
    variations                 numeric(19, 2) NOT NULL,
    price_adjustment           numeric(19, 2) NOT NULL,
    plant_and_materials        numeric(19, 2) NOT NULL CHECK (plant_and_materials >= 0),
    gross                      numeric(19, 2) NOT NULL CHECK (gross >= 0),
    retention                  numeric(19, 2) NOT NULL CHECK (retention >= 0),
    released                   numeric(19, 2) NOT NULL CHECK (released BETWEEN 0 AND retention),
    advance_recovered          numeric(19, 2) NOT NULL CHECK (advance_recovered BETWEEN 0 AND parameters_advance),
    advance_recovered_now      numeric(19, 2) NOT NULL CHECK (advance_recovered_now BETWEEN 0 AND advance_recovered),
    cumulative                 numeric(19, 2) NOT NULL,
    previous                   numeric(19, 2) NOT NULL,
    net                        numeric(19, 2) NOT NULL,
    vat                        numeric(19, 2) NOT NULL,
    payable                    numeric(19, 2) NOT NULL,
    currency                   text NOT NULL CHECK (currency = 'EUR'),
    parameters_net             numeric(19, 2) NOT NULL CHECK (parameters_net > 0),
    parameters_retention_rate  numeric(7, 6) CHECK (parameters_retention_rate BETWEEN 0 AND 1),
    parameters_retention_limit numeric(19, 2) CHECK (parameters_retention_limit > 0),
    parameters_released        text NOT NULL CHECK (parameters_released IN ('NONE', 'HALF', 'ALL')),
    parameters_advance         numeric(19, 2) NOT NULL CHECK (parameters_advance >= 0),
    parameters_recovery_start  numeric(7, 6) CHECK (parameters_recovery_start BETWEEN 0 AND 1),
    parameters_recovery_rate   numeric(7, 6) CHECK (parameters_recovery_rate BETWEEN 0 AND 1),
    parameters_vat             text NOT NULL CHECK (parameters_vat IN ('STANDARD', 'REVERSE_CHARGE')),
    parameters_vat_rate        numeric(7, 6) NOT NULL CHECK (parameters_vat_rate BETWEEN 0 AND 1),
    UNIQUE (institution, id),
    UNIQUE (contract_id, n),
    FOREIGN KEY (institution, contract_id) REFERENCES infrastructure.contract (institution, id),
    FOREIGN KEY (institution, follows_id) REFERENCES infrastructure.certificate (institution, id),
    CHECK ((n IS NOT NULL) = (status = 'APPROVED')),
    CHECK (n IS NULL OR (n = 0) = advance),
    CHECK (NOT advance OR follows_id IS NULL AND gross = 0 AND cumulative = parameters_advance),
    -- the computation, in its order
    CHECK (gross = works + variations + price_adjustment + plant_and_materials),
    CHECK (released = round(retention * CASE parameters_released WHEN 'ALL' THEN 1 WHEN 'HALF' THEN 0.5 ELSE 0 END, 2)),
    CHECK (cumulative = gross - retention + released + parameters_advance - advance_recovered),
    CHECK (net = cumulative - previous),
    CHECK (vat = CASE parameters_vat WHEN 'STANDARD' THEN round(net * parameters_vat_rate, 2) ELSE 0 END),
    CHECK (payable = net + vat),
    CHECK (parameters_retention_rate IS NOT NULL OR retention = 0),
    CHECK ((parameters_recovery_start IS NULL) = (parameters_recovery_rate IS NULL))
);
-- a contract has one that waits, and each of its numbers once among those that have not come to nothing
CREATE UNIQUE INDEX certificate_already_proposed ON infrastructure.certificate (contract_id) WHERE status = 'PROPOSED';
CREATE UNIQUE INDEX certificate_number_taken ON infrastructure.certificate (contract_id, number) WHERE status NOT IN ('REJECTED', 'WITHDRAWN');
CREATE INDEX certificate_by_recording ON infrastructure.certificate (institution, recorded_at, id);
CREATE INDEX certificate_by_reference ON infrastructure.certificate (institution, reference, id);
CREATE INDEX certificate_by_period ON infrastructure.certificate (institution, period_to, id);
CREATE INDEX certificate_by_payable ON infrastructure.certificate (institution, payable, id);
CREATE INDEX all_certificates_by_recording ON infrastructure.certificate (recorded_at, id);
CREATE INDEX all_certificates_by_reference ON infrastructure.certificate (reference, id);
CREATE INDEX all_certificates_by_period ON infrastructure.certificate (period_to, id);
CREATE INDEX all_certificates_by_payable ON infrastructure.certificate (payable, id);
CREATE INDEX certificate_of_contract ON infrastructure.certificate (contract_id, recorded_at, id);
CREATE INDEX certificate_by_net ON infrastructure.certificate (net);
CREATE INDEX certificate_waiting ON infrastructure.certificate (recorded_at, id) WHERE status = 'PROPOSED';
CREATE INDEX certificate_waiting_by_amount ON infrastructure.certificate (payable, id) WHERE status = 'PROPOSED';
CREATE INDEX certificate_came_back ON infrastructure.certificate (status, id) WHERE status IN ('RETURNED', 'REJECTED');
CREATE INDEX certificate_by_text ON infrastructure.certificate USING gin (search.plain(reference) search.gin_trgm_ops);

-- What of each line of the schedule is done to date.
CREATE TABLE infrastructure.certificate_line (
    certificate_id uuid NOT NULL REFERENCES infrastructure.certificate,
    n              int  NOT NULL,
    line           text NOT NULL,
    amount         numeric(19, 2) NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (certificate_id, n)
);

-- What an approved one moved in each row of the cost report: a cost line, or the project for what has none.
CREATE TABLE infrastructure.certificate_row (
    certificate_id uuid NOT NULL REFERENCES infrastructure.certificate,
    n              int  NOT NULL,
    row_id         uuid NOT NULL,
    certified      numeric(19, 2) NOT NULL,
    retained       numeric(19, 2) NOT NULL,
    recovered      numeric(19, 2) NOT NULL,
    net            numeric(19, 2) NOT NULL,
    vat            numeric(19, 2) NOT NULL,
    PRIMARY KEY (certificate_id, n),
    UNIQUE (certificate_id, row_id)
);

CREATE FUNCTION infrastructure.only_when_certified() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF NOT journal.stepped_now(NEW.certificate_id, '{APPROVE}') THEN
        RAISE EXCEPTION '% comes only with the approval of its certificate', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END$$;

CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.certificate FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON infrastructure.certificate FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');
CREATE TRIGGER only_with_its_record BEFORE INSERT OR UPDATE OR DELETE ON infrastructure.certificate_line FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_its_record('certificate_id');
CREATE TRIGGER only_when_certified BEFORE INSERT ON infrastructure.certificate_row FOR EACH ROW
    EXECUTE FUNCTION infrastructure.only_when_certified();

GRANT SELECT ON infrastructure.certificate, infrastructure.certificate_line, infrastructure.certificate_row TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.certificate, infrastructure.certificate_line, infrastructure.certificate_row TO ${app};
GRANT UPDATE (version, status, follows_id, n, reference, number, advance, period_to, taking_over, works, variations, price_adjustment,
    plant_and_materials, gross, retention, released, advance_recovered, advance_recovered_now, cumulative, previous, net, vat, payable,
    currency, parameters_net, parameters_retention_rate, parameters_retention_limit, parameters_released, parameters_advance,
    parameters_recovery_start, parameters_recovery_rate, parameters_vat, parameters_vat_rate) ON infrastructure.certificate TO ${app};
-- lines are rewritten when a certificate is changed; the journal keeps what they were
GRANT UPDATE (line, amount), DELETE ON infrastructure.certificate_line TO ${app};
