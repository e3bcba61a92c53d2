-- SPDX-License-Identifier: EUPL-1.2
-- By what an invoice is accepted: by a certificate, or by what is kept elsewhere; one of the two once it is matched.
ALTER TABLE infrastructure.invoice
    ADD COLUMN certificate_id uuid,
    ADD CONSTRAINT invoice_of_certificate FOREIGN KEY (institution, certificate_id) REFERENCES infrastructure.certificate (institution, id),
    ADD CHECK (num_nonnulls(certificate_id, acceptance) <= 1),
    ADD CHECK (num_nonnulls(certificate_id, acceptance) = 1 OR status NOT IN ('MATCHED', 'APPROVED', 'PAID'));
CREATE INDEX invoice_of_certificate ON infrastructure.invoice (certificate_id, recorded_at, id);
DROP TRIGGER only_by_steps ON infrastructure.invoice;
CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.invoice
    FOR EACH ROW EXECUTE FUNCTION infrastructure.only_by_its_steps('MATCH certificate_id acceptance', 'APPROVE eligible', 'PAY paid_on proof');
GRANT UPDATE (certificate_id) ON infrastructure.invoice TO ${app};
