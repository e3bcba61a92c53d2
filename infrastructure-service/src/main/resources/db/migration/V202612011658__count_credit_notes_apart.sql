-- SPDX-License-Identifier: EUPL-1.2
-- Suppliers number credit notes in a series of its own: no two of their credit notes have one number, and no two of their invoices.
ALTER TABLE infrastructure.supplier_number ADD COLUMN credit boolean NOT NULL DEFAULT false;
UPDATE infrastructure.supplier_number n SET credit = true FROM infrastructure.credit_note c WHERE c.id = n.id;
ALTER TABLE infrastructure.supplier_number ALTER COLUMN credit DROP DEFAULT;

DROP INDEX infrastructure.invoice_number_taken;
CREATE UNIQUE INDEX invoice_number_taken ON infrastructure.supplier_number (institution, supplier, number)
    WHERE counts AND NOT overriding AND NOT credit;
CREATE UNIQUE INDEX credit_note_number_taken ON infrastructure.supplier_number (institution, supplier, number) WHERE credit;

CREATE OR REPLACE FUNCTION infrastructure.keep_invoice_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    INSERT INTO infrastructure.supplier_number (id, institution, supplier, number, counts, overriding, credit)
    SELECT NEW.id, NEW.institution, infrastructure.plain_number(i.identifier), infrastructure.plain_number(NEW.number),
        NEW.status NOT IN ('REJECTED', 'WITHDRAWN'), NEW.override_reason IS NOT NULL, false
    FROM journal.identity i WHERE i.id = NEW.supplier_id
    ON CONFLICT (id) DO UPDATE SET supplier = excluded.supplier, number = excluded.number, counts = excluded.counts,
        overriding = excluded.overriding;
    RETURN NULL;
END$$;

CREATE OR REPLACE FUNCTION infrastructure.keep_credit_note_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    INSERT INTO infrastructure.supplier_number (id, institution, supplier, number, counts, overriding, credit)
    SELECT NEW.id, NEW.institution, n.supplier, infrastructure.plain_number(NEW.number), true, false, true
    FROM infrastructure.supplier_number n WHERE n.id = NEW.invoice_id;
    RETURN NULL;
END$$;
