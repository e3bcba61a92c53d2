-- SPDX-License-Identifier: EUPL-1.2
-- Allocations are amended, decommitted and closed, commitments amended and released, each when a second person says so; what was decided at
-- first stays. A programme pays for what lies outside its scope only where an approver decided so.
CREATE TABLE funding.allocation_amendment (
    id            uuid PRIMARY KEY,
    version       int  NOT NULL,
    institution   text NOT NULL,
    recorded_by   uuid NOT NULL REFERENCES journal.person,
    recorded_at   timestamptz NOT NULL,
    status        text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    allocation_id uuid NOT NULL,
    type          text NOT NULL CHECK (type IN ('AMENDMENT', 'DECOMMITMENT', 'CLOSURE')),
    -- what is below zero takes
    change        numeric(19, 2) NOT NULL,
    currency      text NOT NULL CHECK (currency = 'EUR'),
    decision_reference text,
    decision_date date,
    reason        text,
    "on"          date NOT NULL,
    CHECK (CASE type WHEN 'AMENDMENT' THEN change <> 0 WHEN 'DECOMMITMENT' THEN change < 0 ELSE change = 0 END),
    CHECK ((type = 'AMENDMENT') = (decision_reference IS NOT NULL) AND (type = 'AMENDMENT') = (decision_date IS NOT NULL)),
    CHECK (type = 'AMENDMENT' OR reason IS NOT NULL),
    FOREIGN KEY (institution, allocation_id) REFERENCES funding.allocation (institution, id)
);
CREATE INDEX allocation_amendment_of_allocation ON funding.allocation_amendment (allocation_id, recorded_at, id);
CREATE INDEX allocation_amendment_waiting ON funding.allocation_amendment (recorded_at, id) WHERE status = 'PROPOSED';
CREATE INDEX allocation_amendment_waiting_by_amount ON funding.allocation_amendment (change, id) WHERE status = 'PROPOSED';
CREATE INDEX allocation_amendment_came_back ON funding.allocation_amendment (status, id) WHERE status IN ('RETURNED', 'REJECTED');
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.allocation_amendment FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON funding.allocation_amendment FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');
GRANT SELECT ON funding.allocation_amendment TO ${app}, fundtrail_auditor;
GRANT INSERT ON funding.allocation_amendment TO ${app};
GRANT UPDATE (version, status, change, currency, decision_reference, decision_date, reason, "on") ON funding.allocation_amendment TO ${app};

ALTER TABLE funding.commitment ADD UNIQUE (institution, id);
CREATE TABLE funding.commitment_amendment (
    id            uuid PRIMARY KEY,
    version       int  NOT NULL,
    institution   text NOT NULL,
    recorded_by   uuid NOT NULL REFERENCES journal.person,
    recorded_at   timestamptz NOT NULL,
    status        text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    commitment_id uuid NOT NULL,
    -- what is below zero is released
    change        numeric(19, 2) NOT NULL CHECK (change <> 0),
    currency      text NOT NULL CHECK (currency = 'EUR'),
    reason        text NOT NULL,
    "on"          date NOT NULL,
    FOREIGN KEY (institution, commitment_id) REFERENCES funding.commitment (institution, id)
);
CREATE INDEX commitment_amendment_of_commitment ON funding.commitment_amendment (commitment_id, recorded_at, id);
CREATE INDEX commitment_amendment_waiting ON funding.commitment_amendment (recorded_at, id) WHERE status = 'PROPOSED';
CREATE INDEX commitment_amendment_waiting_by_amount ON funding.commitment_amendment (change, id) WHERE status = 'PROPOSED';
CREATE INDEX commitment_amendment_came_back ON funding.commitment_amendment (status, id) WHERE status IN ('RETURNED', 'REJECTED');
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.commitment_amendment FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON funding.commitment_amendment FOR EACH ROW
    EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');
GRANT SELECT ON funding.commitment_amendment TO ${app}, fundtrail_auditor;
GRANT INSERT ON funding.commitment_amendment TO ${app};
GRANT UPDATE (version, status, change, currency, reason, "on") ON funding.commitment_amendment TO ${app};

-- What an allocation is now, for the order and the sums of its list; and when it was closed. Both change in what is in force only together with
-- an entry that says so.
DROP TRIGGER only_by_steps ON funding.allocation;
ALTER TABLE funding.allocation ADD allocated numeric(19, 2) CHECK (allocated >= 0), ADD closed_on date CHECK (closed_on IS NULL OR status = 'APPROVED');
UPDATE funding.allocation SET allocated = amount;
ALTER TABLE funding.allocation ALTER allocated SET NOT NULL;
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.allocation FOR EACH ROW
    EXECUTE FUNCTION journal.only_by_steps('allocated', 'closed_on');
CREATE CONSTRAINT TRIGGER only_by_an_amendment AFTER UPDATE ON funding.allocation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.status = 'APPROVED' AND NEW.allocated <> OLD.allocated) EXECUTE FUNCTION journal.only_by_a_correction('allocation.amended', 'closed_on');
CREATE CONSTRAINT TRIGGER only_by_a_closure AFTER UPDATE ON funding.allocation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.closed_on IS DISTINCT FROM OLD.closed_on) EXECUTE FUNCTION journal.only_by_a_correction('allocation.closed', 'allocated');
CREATE INDEX allocation_by_allocated ON funding.allocation (institution, allocated, id);
CREATE INDEX all_allocations_by_allocated ON funding.allocation (allocated, id);
GRANT UPDATE (allocated, closed_on) ON funding.allocation TO ${app};

-- The same of commitments.
DROP TRIGGER only_by_steps ON funding.commitment;
ALTER TABLE funding.commitment ADD committed numeric(19, 2) CHECK (committed >= 0), ADD override_reason text;
UPDATE funding.commitment SET committed = amount;
ALTER TABLE funding.commitment ALTER committed SET NOT NULL;
CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.commitment FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps('committed');
CREATE CONSTRAINT TRIGGER only_by_an_amendment AFTER UPDATE ON funding.commitment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.status = 'APPROVED' AND NEW.committed <> OLD.committed) EXECUTE FUNCTION journal.only_by_a_correction('commitment.amended');
CREATE INDEX commitment_by_committed ON funding.commitment (institution, committed, id);
CREATE INDEX all_commitments_by_committed ON funding.commitment (committed, id);
CREATE INDEX commitment_by_override ON funding.commitment (institution, recorded_at, id) WHERE override_reason IS NOT NULL;
CREATE INDEX all_commitments_by_override ON funding.commitment (recorded_at, id) WHERE override_reason IS NOT NULL;
GRANT UPDATE (committed, override_reason) ON funding.commitment TO ${app};
