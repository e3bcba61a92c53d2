-- SPDX-License-Identifier: EUPL-1.2
-- Variations of contracts and adjustments of their prices.
CREATE TABLE infrastructure.variation (
    id           uuid PRIMARY KEY,
    version      int  NOT NULL,
    institution  text NOT NULL,
    recorded_by  uuid NOT NULL REFERENCES journal.person,
    recorded_at  timestamptz NOT NULL,
    status       text NOT NULL CHECK (status IN ('POTENTIAL', 'PENDING', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    contract_id  uuid NOT NULL,
    number       int  NOT NULL CHECK (number > 0),
    reference    text NOT NULL,
    class        text NOT NULL CHECK (class IN ('VARIATION', 'PRICE_ADJUSTMENT')),
    net          numeric(19, 2) NOT NULL CHECK (net <> 0),
    currency     text NOT NULL CHECK (currency = 'EUR'),
    gross        numeric(19, 2) NOT NULL CHECK (sign(gross) = sign(net) AND abs(gross) >= abs(net)),
    reason       text NOT NULL,
    cost_line_id uuid,
    counts_on    date NOT NULL,
    UNIQUE (contract_id, number),
    FOREIGN KEY (institution, contract_id) REFERENCES infrastructure.contract (institution, id),
    FOREIGN KEY (institution, cost_line_id) REFERENCES infrastructure.cost_line (institution, id)
);
CREATE INDEX variation_of_contract ON infrastructure.variation (contract_id, recorded_at, id);
CREATE INDEX variation_waiting ON infrastructure.variation (recorded_at, id) WHERE status = 'PENDING';
CREATE INDEX variation_waiting_by_amount ON infrastructure.variation (gross, id) WHERE status = 'PENDING';
CREATE INDEX variation_came_back ON infrastructure.variation (status, id) WHERE status IN ('RETURNED', 'REJECTED');
CREATE INDEX variation_by_text ON infrastructure.variation USING gin (search.plain(reference) search.gin_trgm_ops,
    search.plain(reason) search.gin_trgm_ops);
CREATE INDEX variation_by_gross ON infrastructure.variation (gross);
CREATE INDEX variation_by_net ON infrastructure.variation (net);

-- What is submitted counts from the day on which that was done, and says what it said.
CREATE FUNCTION infrastructure.only_its_day_when_submitted() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN
    IF to_jsonb(NEW) - '{status,version,counts_on}'::text[] <> to_jsonb(OLD) - '{status,version,counts_on}'::text[]
        OR NEW.counts_on < OLD.counts_on OR NOT journal.stepped_now(NEW.id, '{SUBMIT}')
    THEN
        RAISE EXCEPTION '% of % changes only by a step', TG_TABLE_NAME, OLD.id USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END$$;
REVOKE ALL ON FUNCTION infrastructure.only_its_day_when_submitted() FROM PUBLIC;
CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.variation FOR EACH ROW
    WHEN (OLD.status <> 'POTENTIAL' OR NEW.status <> 'PENDING') EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_by_submission BEFORE UPDATE ON infrastructure.variation FOR EACH ROW
    WHEN (OLD.status = 'POTENTIAL' AND NEW.status = 'PENDING') EXECUTE FUNCTION infrastructure.only_its_day_when_submitted();
CREATE TRIGGER only_with_a_step AFTER INSERT ON infrastructure.variation FOR EACH ROW
    WHEN (NEW.status <> 'POTENTIAL') EXECUTE FUNCTION journal.only_with_a_step('PENDING');
CREATE TRIGGER only_noticed_with_a_step AFTER INSERT ON infrastructure.variation FOR EACH ROW
    WHEN (NEW.status = 'POTENTIAL') EXECUTE FUNCTION journal.only_with_a_step('POTENTIAL');

GRANT SELECT ON infrastructure.variation TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.variation TO ${app};
GRANT UPDATE (version, status, class, net, currency, gross, reason, cost_line_id, counts_on) ON infrastructure.variation TO ${app};
