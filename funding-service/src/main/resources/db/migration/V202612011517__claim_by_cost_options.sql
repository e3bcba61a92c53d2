-- SPDX-License-Identifier: EUPL-1.2
-- Simplified cost options: what of a project's costs is claimed from an allocation without invoices, by decisions (CPR 53-56).
CREATE TABLE funding.cost_option (
    id                 uuid PRIMARY KEY,
    version            int  NOT NULL,
    institution        text NOT NULL,
    recorded_by        uuid NOT NULL REFERENCES journal.person,
    recorded_at        timestamptz NOT NULL,
    status             text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    allocation_id      uuid NOT NULL,
    -- which of its allocation's it is, and so how it is called
    n                  int  NOT NULL CHECK (n > 0),
    reference          text NOT NULL,
    -- the project as infrastructure-service gave it when this was recorded or changed
    project_id         uuid NOT NULL,
    project_reference  text NOT NULL,
    project_title_en   text NOT NULL,
    project_title_lt   text NOT NULL,
    project_kind       text NOT NULL,
    kind               text NOT NULL CHECK (kind IN ('UNIT_COST', 'LUMP_SUM', 'FLAT_RATE', 'OPERATING_SUPPORT')),
    title              text NOT NULL,
    decision_reference text NOT NULL,
    decision_date      date NOT NULL,
    unit               text,
    unit_rate          numeric(19, 2) CHECK (unit_rate > 0),
    quantity           numeric(18, 6) CHECK (quantity > 0),
    -- what all claims together can have of it
    amount             numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency           text NOT NULL CHECK (currency = 'EUR'),
    trigger            text,
    basis              text CHECK (basis IN ('DIRECT_COSTS_7', 'STAFF_15', 'CALCULATED_25')),
    percent            numeric(4, 2) CHECK (percent > 0 AND percent <= CASE basis WHEN 'DIRECT_COSTS_7' THEN 7 WHEN 'STAFF_15' THEN 15 ELSE 25 END),
    UNIQUE (institution, id),
    UNIQUE (allocation_id, n),
    FOREIGN KEY (institution, allocation_id) REFERENCES funding.allocation (institution, id),
    CHECK ((kind = 'UNIT_COST') = (unit IS NOT NULL) AND (kind = 'UNIT_COST') = (unit_rate IS NOT NULL)
        AND (kind = 'UNIT_COST') = (quantity IS NOT NULL) AND (kind <> 'UNIT_COST' OR amount = round(unit_rate * quantity, 2))),
    CHECK ((kind = 'LUMP_SUM') = (trigger IS NOT NULL)),
    CHECK ((kind = 'FLAT_RATE') = (basis IS NOT NULL) AND (kind = 'FLAT_RATE') = (percent IS NOT NULL))
);
CREATE INDEX cost_option_by_recording ON funding.cost_option (institution, recorded_at, id);
CREATE INDEX cost_option_by_reference ON funding.cost_option (institution, reference, id);
CREATE INDEX cost_option_by_amount ON funding.cost_option (institution, amount, id);
CREATE INDEX all_cost_options_by_recording ON funding.cost_option (recorded_at, id);
CREATE INDEX all_cost_options_by_reference ON funding.cost_option (reference, id);
CREATE INDEX all_cost_options_by_amount ON funding.cost_option (amount, id);
CREATE INDEX cost_option_of_allocation ON funding.cost_option (allocation_id, recorded_at, id);
CREATE INDEX cost_option_of_project ON funding.cost_option (project_id, recorded_at, id);
CREATE INDEX cost_option_by_text ON funding.cost_option USING gin (search.plain(reference) search.gin_trgm_ops,
    search.plain(title) search.gin_trgm_ops, search.plain(project_reference) search.gin_trgm_ops,
    search.plain(project_title_en) search.gin_trgm_ops, search.plain(project_title_lt) search.gin_trgm_ops);
CREATE INDEX cost_option_waiting ON funding.cost_option (recorded_at, id) WHERE status = 'PROPOSED';
CREATE INDEX cost_option_waiting_by_amount ON funding.cost_option (amount, id) WHERE status = 'PROPOSED';
CREATE INDEX cost_option_came_back ON funding.cost_option (status, id) WHERE status IN ('RETURNED', 'REJECTED');

CREATE TRIGGER only_by_steps BEFORE UPDATE ON funding.cost_option FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON funding.cost_option FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');

GRANT SELECT ON funding.cost_option TO ${app}, fundtrail_auditor;
GRANT INSERT ON funding.cost_option TO ${app};
GRANT UPDATE (version, status, project_id, project_reference, project_title_en, project_title_lt, project_kind, kind, title,
    decision_reference, decision_date, unit, unit_rate, quantity, amount, currency, trigger, basis, percent) ON funding.cost_option TO ${app};

-- A line of a claim rests on a cost, or on a cost option as that was then: it is approved, and never changes any more.
ALTER TABLE funding.claim_line
    DROP CONSTRAINT claim_line_kind_check,
    ADD CONSTRAINT claim_line_kind_check
        CHECK (kind IN ('INVOICE', 'DIRECT_COST', 'UNIT_COST', 'LUMP_SUM', 'FLAT_RATE', 'OPERATING_SUPPORT')),
    ALTER item DROP NOT NULL,
    ALTER account DROP NOT NULL,
    ALTER number DROP NOT NULL,
    ALTER state DROP NOT NULL,
    ALTER gross DROP NOT NULL,
    ALTER eligible DROP NOT NULL,
    -- of the cost line of a direct cost: some flat rates are a part of the costs of staff alone
    ADD category         text,
    ADD option_id        uuid REFERENCES funding.cost_option,
    ADD option_reference text,
    ADD option_title     text,
    ADD unit             text,
    ADD unit_rate        numeric(19, 2),
    ADD quantity         numeric(18, 6) CHECK (quantity > 0),
    ADD basis            text,
    ADD percent          numeric(4, 2),
    ADD CONSTRAINT rests_on_a_cost CHECK (CASE WHEN kind IN ('INVOICE', 'DIRECT_COST')
        THEN num_nulls(item, account, number, state, gross, eligible) = 0
        ELSE num_nonnulls(item, account, number, state, gross, eligible, category) = 0 END),
    ADD CONSTRAINT rests_on_an_option CHECK (CASE WHEN kind IN ('INVOICE', 'DIRECT_COST')
        THEN num_nonnulls(option_id, option_reference, option_title, unit, unit_rate, quantity, basis, percent) = 0
        ELSE num_nulls(option_id, option_reference, option_title) = 0 AND (kind = 'UNIT_COST') = (num_nulls(unit, unit_rate, quantity) = 0)
            AND (kind = 'FLAT_RATE') = (num_nulls(basis, percent) = 0) END),
    ADD CONSTRAINT counted_by_its_rate CHECK (kind <> 'UNIT_COST' OR amount = round(unit_rate * quantity, 2)),
    ADD CONSTRAINT says_how_it_was_due CHECK (kind <> 'LUMP_SUM' OR description IS NOT NULL),
    ADD CONSTRAINT option_claimed_twice UNIQUE (claim_id, option_id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX claim_line_of_option ON funding.claim_line (option_id);
CREATE INDEX claim_line_by_what_it_draws_on ON funding.claim_line ((coalesce(account, option_id)));
GRANT UPDATE (category, option_id, option_reference, option_title, unit, unit_rate, quantity, basis, percent) ON funding.claim_line TO ${app};
