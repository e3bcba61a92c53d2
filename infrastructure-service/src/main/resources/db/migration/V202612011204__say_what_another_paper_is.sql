-- SPDX-License-Identifier: EUPL-1.2
-- Whether an invoice that was recorded in spite of another of its number is another paper, as its approver says. Where it is not, the one that is
-- approved first has what can be claimed, and the others share it with that one: this is said once, by the approval of each.
ALTER TABLE infrastructure.invoice
    ADD COLUMN another_paper boolean,
    ADD COLUMN shares_with_id uuid,
    ADD CONSTRAINT invoice_shares_with FOREIGN KEY (institution, shares_with_id) REFERENCES infrastructure.invoice (institution, id),
    ADD CHECK (another_paper IS NULL OR override_reason IS NOT NULL AND status IN ('APPROVED', 'PAID')),
    ADD CHECK (shares_with_id IS NULL OR another_paper IS NOT TRUE AND shares_with_id <> id AND status IN ('APPROVED', 'PAID'));
CREATE INDEX invoice_shares_with ON infrastructure.invoice (shares_with_id) WHERE shares_with_id IS NOT NULL;

-- With which an approved invoice shares, or null. Those in spite of another that were approved before anybody could say what they are share with the
-- first of them.
CREATE FUNCTION infrastructure.shares_with(one infrastructure.invoice) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$  SELECT CASE
        WHEN (one).shares_with_id IS NOT NULL THEN (one).shares_with_id
        WHEN (one).override_reason IS NOT NULL AND (one).another_paper IS NULL AND (one).status IN ('APPROVED', 'PAID') THEN (
            SELECT nullif(coalesce(o.shares_with_id, o.id), (one).id)
            FROM infrastructure.supplier_number m
                JOIN infrastructure.supplier_number n ON n.institution = m.institution AND n.supplier = m.supplier AND n.number = m.number AND n.counts
                JOIN infrastructure.invoice o ON o.id = n.id AND o.status IN ('APPROVED', 'PAID') AND o.another_paper IS NOT TRUE
            WHERE m.id = (one).id
            ORDER BY n.overriding, o.recorded_at, o.id LIMIT 1)
        END $$;

-- With which an invoice that is approved now shares: who is approved at the same time waits, so that one of them is the first. One that was recorded
-- in spite of others shares with any of them; one that was not shares with those that are in spite of it and no other paper.
CREATE FUNCTION infrastructure.approved_before(invoice uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$BEGIN
    PERFORM FROM infrastructure.supplier_number m
        JOIN infrastructure.supplier_number n ON n.institution = m.institution AND n.supplier = m.supplier AND n.number = m.number AND n.counts
    WHERE m.id = invoice ORDER BY n.id FOR UPDATE OF n;
    RETURN (
        SELECT coalesce(infrastructure.shares_with(o), o.id)
        FROM infrastructure.supplier_number m
            JOIN infrastructure.supplier_number n ON n.institution = m.institution AND n.supplier = m.supplier AND n.number = m.number AND n.counts
            JOIN infrastructure.invoice o ON o.id = n.id AND o.id <> m.id AND o.status IN ('APPROVED', 'PAID')
        WHERE m.id = invoice AND (m.overriding OR n.overriding AND o.another_paper IS NOT TRUE)
        ORDER BY o.another_paper IS TRUE, n.overriding, o.recorded_at, o.id LIMIT 1);
END$$;
REVOKE ALL ON FUNCTION infrastructure.approved_before FROM PUBLIC;

DROP TRIGGER only_by_steps ON infrastructure.invoice;
CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.invoice
    FOR EACH ROW EXECUTE FUNCTION infrastructure.only_by_its_steps('MATCH certificate_id acceptance',
        'APPROVE eligible another_paper shares_with_id', 'PAY paid_on proof');
GRANT UPDATE (another_paper, shares_with_id) ON infrastructure.invoice TO ${app};
GRANT EXECUTE ON FUNCTION infrastructure.approved_before, infrastructure.shares_with TO ${app};
