-- SPDX-License-Identifier: EUPL-1.2
-- What suppliers ask to be paid on contracts, and the credit notes by which they take back of it.

-- A number, or who is asked of, by its letters and digits alone: so two of them are the same however they are written.
CREATE FUNCTION infrastructure.plain_number(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN regexp_replace(upper(said), '[^[:alnum:]]', '', 'g');

CREATE TABLE infrastructure.invoice (
    id              uuid PRIMARY KEY,
    version         int  NOT NULL,
    institution     text NOT NULL,
    recorded_by     uuid NOT NULL REFERENCES journal.person,
    recorded_at     timestamptz NOT NULL,
    status          text NOT NULL CHECK (status IN ('RECEIVED', 'MATCHED', 'APPROVED', 'PAID', 'RETURNED', 'REJECTED', 'DISPUTED', 'WITHDRAWN')),
    contract_id     uuid NOT NULL,
    number          text NOT NULL,
    supplier_id     uuid NOT NULL REFERENCES journal.identity,
    issued_on       date NOT NULL,
    net             numeric(19, 2) NOT NULL CHECK (net > 0),
    vat             numeric(19, 2) NOT NULL CHECK (vat >= 0),
    gross           numeric(19, 2) NOT NULL CHECK (gross = net + vat),
    currency        text NOT NULL CHECK (currency = 'EUR'),
    cost_line_id    uuid,
    acceptance      text,
    override_reason text,
    eligible        numeric(19, 2) CHECK (eligible BETWEEN 0 AND gross),
    paid_on         date,
    proof           text,
    UNIQUE (institution, id),
    FOREIGN KEY (institution, contract_id) REFERENCES infrastructure.contract (institution, id),
    FOREIGN KEY (institution, cost_line_id) REFERENCES infrastructure.cost_line (institution, id),
    CHECK ((eligible IS NOT NULL) = (status IN ('APPROVED', 'PAID'))),
    CHECK ((paid_on IS NOT NULL) = (status = 'PAID') AND (proof IS NOT NULL) = (status = 'PAID'))
);
CREATE INDEX invoice_by_recording ON infrastructure.invoice (institution, recorded_at, id);
CREATE INDEX invoice_by_number ON infrastructure.invoice (institution, number, id);
CREATE INDEX invoice_by_issue ON infrastructure.invoice (institution, issued_on, id);
CREATE INDEX invoice_by_gross ON infrastructure.invoice (institution, gross, id);
CREATE INDEX all_invoices_by_recording ON infrastructure.invoice (recorded_at, id);
CREATE INDEX all_invoices_by_number ON infrastructure.invoice (number, id);
CREATE INDEX all_invoices_by_issue ON infrastructure.invoice (issued_on, id);
CREATE INDEX all_invoices_by_gross ON infrastructure.invoice (gross, id);
CREATE INDEX invoice_by_net ON infrastructure.invoice (net);
CREATE INDEX invoice_of_contract ON infrastructure.invoice (contract_id, recorded_at, id);
CREATE INDEX invoice_of_supplier ON infrastructure.invoice (supplier_id);
CREATE INDEX invoice_by_text ON infrastructure.invoice USING gin (search.plain(number) search.gin_trgm_ops);
CREATE INDEX invoice_in_spite_of_another ON infrastructure.invoice (recorded_at, id) WHERE override_reason IS NOT NULL;
CREATE INDEX invoice_waiting_to_be_matched ON infrastructure.invoice (recorded_at, id) WHERE status = 'RECEIVED';
CREATE INDEX invoice_waiting_to_be_approved ON infrastructure.invoice (recorded_at, id) WHERE status = 'MATCHED';
CREATE INDEX invoice_waiting_to_be_paid ON infrastructure.invoice (recorded_at, id) WHERE status = 'APPROVED';
CREATE INDEX invoice_waiting_to_be_matched_by_amount ON infrastructure.invoice (gross, id) WHERE status = 'RECEIVED';
CREATE INDEX invoice_waiting_to_be_approved_by_amount ON infrastructure.invoice (gross, id) WHERE status = 'MATCHED';
CREATE INDEX invoice_waiting_to_be_paid_by_amount ON infrastructure.invoice (gross, id) WHERE status = 'APPROVED';
CREATE INDEX invoice_came_back ON infrastructure.invoice (status, id) WHERE status IN ('RETURNED', 'REJECTED');
-- Whom a record names is also looked for by exactly this identifier.
CREATE INDEX identity_by_identifier ON journal.identity (identifier);

CREATE TABLE infrastructure.credit_note (
    id          uuid PRIMARY KEY,
    version     int  NOT NULL,
    institution text NOT NULL,
    recorded_by uuid NOT NULL REFERENCES journal.person,
    recorded_at timestamptz NOT NULL,
    invoice_id  uuid NOT NULL,
    number      text NOT NULL,
    issued_on   date NOT NULL,
    net         numeric(19, 2) NOT NULL CHECK (net > 0),
    vat         numeric(19, 2) NOT NULL CHECK (vat >= 0),
    gross       numeric(19, 2) NOT NULL CHECK (gross = net + vat),
    currency    text NOT NULL CHECK (currency = 'EUR'),
    reason      text NOT NULL,
    FOREIGN KEY (institution, invoice_id) REFERENCES infrastructure.invoice (institution, id)
);
CREATE INDEX credit_note_of_invoice ON infrastructure.credit_note (invoice_id, recorded_at, id);
CREATE INDEX credit_note_by_text ON infrastructure.credit_note USING gin (search.plain(number) search.gin_trgm_ops);
CREATE INDEX credit_note_by_gross ON infrastructure.credit_note (gross);
CREATE INDEX credit_note_by_net ON infrastructure.credit_note (net);

-- Which numbers of which suppliers are taken, by invoices and credit notes alike. The database keeps it with them; it goes with the data of a
-- supplier that is erased.
CREATE TABLE infrastructure.supplier_number (
    id          uuid PRIMARY KEY,
    institution text NOT NULL,
    supplier    text,
    number      text NOT NULL,
    counts      boolean NOT NULL,
    overriding  boolean NOT NULL
);
CREATE UNIQUE INDEX invoice_number_taken ON infrastructure.supplier_number (institution, supplier, number) WHERE counts AND NOT overriding;
CREATE INDEX supplier_number_counting ON infrastructure.supplier_number (institution, supplier, number) WHERE counts;

CREATE FUNCTION infrastructure.keep_invoice_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    INSERT INTO infrastructure.supplier_number (id, institution, supplier, number, counts, overriding)
    SELECT NEW.id, NEW.institution, infrastructure.plain_number(i.identifier), infrastructure.plain_number(NEW.number),
        NEW.status NOT IN ('REJECTED', 'WITHDRAWN'), NEW.override_reason IS NOT NULL
    FROM journal.identity i WHERE i.id = NEW.supplier_id
    ON CONFLICT (id) DO UPDATE SET supplier = excluded.supplier, number = excluded.number, counts = excluded.counts,
        overriding = excluded.overriding;
    RETURN NULL;
END$$;
CREATE TRIGGER keep_number AFTER INSERT OR UPDATE ON infrastructure.invoice
    FOR EACH ROW EXECUTE FUNCTION infrastructure.keep_invoice_number();

CREATE FUNCTION infrastructure.keep_credit_note_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    INSERT INTO infrastructure.supplier_number (id, institution, supplier, number, counts, overriding)
    SELECT NEW.id, NEW.institution, n.supplier, infrastructure.plain_number(NEW.number), true, false
    FROM infrastructure.supplier_number n WHERE n.id = NEW.invoice_id;
    RETURN NULL;
END$$;
CREATE TRIGGER keep_number AFTER INSERT ON infrastructure.credit_note
    FOR EACH ROW EXECUTE FUNCTION infrastructure.keep_credit_note_number();

CREATE FUNCTION infrastructure.forget_supplier() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    UPDATE infrastructure.supplier_number n SET supplier = NULL
    WHERE n.id IN (SELECT r.id FROM infrastructure.invoice r WHERE r.supplier_id = NEW.id
                   UNION ALL SELECT c.id FROM infrastructure.credit_note c JOIN infrastructure.invoice r ON r.id = c.invoice_id
                   WHERE r.supplier_id = NEW.id);
    RETURN NULL;
END$$;
CREATE TRIGGER forget_supplier AFTER UPDATE ON journal.identity FOR EACH ROW WHEN (NEW.identifier IS NULL)
    EXECUTE FUNCTION infrastructure.forget_supplier();
REVOKE ALL ON FUNCTION infrastructure.keep_invoice_number(), infrastructure.keep_credit_note_number(), infrastructure.forget_supplier()
    FROM PUBLIC;

-- The second lock of a life in which each step says something of its own. Arguments name it: 'MATCH acceptance' is a step with the columns that
-- it writes. What a record says besides changes only with the step CHANGE, once it came back.
CREATE FUNCTION infrastructure.only_by_its_steps() RETURNS trigger LANGUAGE plpgsql AS
$$DECLARE
    changed text[] := ARRAY(SELECT said.key FROM jsonb_each(to_jsonb(NEW)) said
                            WHERE said.key <> 'version' AND said.value IS DISTINCT FROM to_jsonb(OLD) -> said.key);
    allowed text[] := '{}';
    step    text[];
BEGIN
    IF OLD.status = 'RETURNED' AND journal.stepped_now(NEW.id, '{CHANGE}') THEN
        RETURN NEW;
    END IF;
    IF journal.stepped_now(NEW.id, NULL) THEN
        allowed := '{status}';
    END IF;
    FOR n IN 0 .. TG_NARGS - 1 LOOP
        step := string_to_array(TG_ARGV[n], ' ');
        IF journal.stepped_now(NEW.id, step[1:1]) THEN
            allowed := allowed || step[2:];
        END IF;
    END LOOP;
    IF NOT changed <@ allowed THEN
        RAISE EXCEPTION '% of % changes only by a step', TG_TABLE_NAME, OLD.id USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END$$;
CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.invoice
    FOR EACH ROW EXECUTE FUNCTION infrastructure.only_by_its_steps('MATCH acceptance', 'APPROVE eligible', 'PAY paid_on proof');
CREATE TRIGGER only_with_a_step AFTER INSERT ON infrastructure.invoice
    FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('RECEIVED');

GRANT SELECT ON infrastructure.invoice, infrastructure.credit_note, infrastructure.supplier_number TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.invoice, infrastructure.credit_note TO ${app};
GRANT UPDATE (version, status, contract_id, number, supplier_id, issued_on, net, vat, gross, currency, cost_line_id, acceptance,
    override_reason, eligible, paid_on, proof) ON infrastructure.invoice TO ${app};
GRANT EXECUTE ON FUNCTION infrastructure.plain_number TO ${app};
