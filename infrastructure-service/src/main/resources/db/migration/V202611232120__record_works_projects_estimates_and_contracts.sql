-- Cost: works programmes, projects, the ladder of their estimates with the chosen baseline, and contracts.
CREATE TABLE infrastructure.works_programme (
    id               uuid PRIMARY KEY,
    version          int  NOT NULL,
    institution      text NOT NULL,
    recorded_by      uuid NOT NULL REFERENCES journal.person,
    recorded_at      timestamptz NOT NULL,
    reference        text NOT NULL,
    title_en         text NOT NULL,
    title_lt         text NOT NULL,
    CONSTRAINT works_programme_reference_taken UNIQUE (institution, reference),
    CHECK (reference !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'),
    UNIQUE (institution, id)
);
-- for each order of a list one within an institution and one for who sees them all
CREATE INDEX works_programme_by_recording ON infrastructure.works_programme (institution, recorded_at, id);
CREATE INDEX works_programme_by_reference ON infrastructure.works_programme (institution, reference, id);
CREATE INDEX all_works_programmes_by_recording ON infrastructure.works_programme (recorded_at, id);
CREATE INDEX all_works_programmes_by_reference ON infrastructure.works_programme (reference, id);
CREATE INDEX works_programme_by_text ON infrastructure.works_programme USING gin (search.plain(reference) search.gin_trgm_ops,
    search.plain(title_en) search.gin_trgm_ops, search.plain(title_lt) search.gin_trgm_ops);

CREATE TABLE infrastructure.project (
    id                 uuid PRIMARY KEY,
    version            int  NOT NULL,
    institution        text NOT NULL,
    recorded_by        uuid NOT NULL REFERENCES journal.person,
    recorded_at        timestamptz NOT NULL,
    reference          text NOT NULL,
    title_en           text NOT NULL,
    title_lt           text NOT NULL,
    -- never changes: programmes of funding-service may pay for some kinds only, and have decided by it
    kind               text NOT NULL CHECK (kind IN ('RECEPTION', 'PHYSICAL_BARRIER', 'SURVEILLANCE_SYSTEM', 'BORDER_CROSSING_POINT',
                                                     'EQUIPMENT', 'IT_SYSTEM', 'STAFF', 'TRAINING', 'OTHER')),
    beneficiary        text NOT NULL,
    period_from        date NOT NULL,
    period_to          date NOT NULL,
    place              text,
    works_programme_id uuid,
    CONSTRAINT project_reference_taken UNIQUE (institution, reference),
    CHECK (reference !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'),
    UNIQUE (institution, id),
    FOREIGN KEY (institution, works_programme_id) REFERENCES infrastructure.works_programme (institution, id),
    CHECK (period_to >= period_from)
);
CREATE INDEX project_by_recording ON infrastructure.project (institution, recorded_at, id);
CREATE INDEX project_by_reference ON infrastructure.project (institution, reference, id);
CREATE INDEX all_projects_by_recording ON infrastructure.project (recorded_at, id);
CREATE INDEX all_projects_by_reference ON infrastructure.project (reference, id);
CREATE INDEX project_by_text ON infrastructure.project USING gin (search.plain(reference) search.gin_trgm_ops,
    search.plain(title_en) search.gin_trgm_ops, search.plain(title_lt) search.gin_trgm_ops, search.plain(beneficiary) search.gin_trgm_ops,
    search.plain(place) search.gin_trgm_ops);
CREATE INDEX project_of_works_programme ON infrastructure.project (works_programme_id, recorded_at, id);

-- A rung of a ladder: never changed, never removed; a better estimate is another one.
CREATE TABLE infrastructure.estimate (
    id                 uuid PRIMARY KEY,
    version            int  NOT NULL,
    institution        text NOT NULL,
    recorded_by        uuid NOT NULL REFERENCES journal.person,
    recorded_at        timestamptz NOT NULL,
    owner_type         text NOT NULL CHECK (owner_type IN ('project', 'works-programme')),
    owner_id           uuid NOT NULL,
    owner_reference    text NOT NULL,
    project_id         uuid GENERATED ALWAYS AS (CASE owner_type WHEN 'project' THEN owner_id END) STORED,
    works_programme_id uuid GENERATED ALWAYS AS (CASE owner_type WHEN 'works-programme' THEN owner_id END) STORED,
    name               text NOT NULL,
    amount             numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency           text NOT NULL CHECK (currency = 'EUR'),
    basis              text NOT NULL CHECK (basis IN ('NET', 'GROSS', 'UNKNOWN')),
    vat_rate           numeric(7, 6) CHECK (vat_rate BETWEEN 0 AND 1),
    gross              numeric(19, 2) NOT NULL,
    lower_bound        boolean NOT NULL,
    accuracy_class     int CHECK (accuracy_class BETWEEN 1 AND 5),
    date               date NOT NULL,
    source_title       text NOT NULL,
    source_url         text,
    UNIQUE (institution, owner_id, id),
    FOREIGN KEY (institution, project_id) REFERENCES infrastructure.project (institution, id),
    FOREIGN KEY (institution, works_programme_id) REFERENCES infrastructure.works_programme (institution, id),
    CHECK ((basis = 'NET') = (vat_rate IS NOT NULL)),
    CHECK (gross = amount + CASE basis WHEN 'NET' THEN round(amount * vat_rate, 2) ELSE 0 END)
);
CREATE INDEX estimate_ladder ON infrastructure.estimate (owner_id, date, id);

-- Which estimate counts: proposed by one person, decided by another; only an estimate of that very owner. The approved choices of an owner
-- are numbered under the lock of its row.
CREATE TABLE infrastructure.baseline (
    id              uuid PRIMARY KEY,
    version         int  NOT NULL,
    institution     text NOT NULL,
    recorded_by     uuid NOT NULL REFERENCES journal.person,
    recorded_at     timestamptz NOT NULL,
    status          text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    owner_type      text NOT NULL CHECK (owner_type IN ('project', 'works-programme')),
    owner_id        uuid NOT NULL,
    owner_reference text NOT NULL,
    estimate_id     uuid NOT NULL,
    reason          text NOT NULL,
    n               int CHECK (n > 0),
    UNIQUE (owner_id, n),
    CHECK ((n IS NOT NULL) = (status = 'APPROVED')),
    FOREIGN KEY (institution, owner_id, estimate_id) REFERENCES infrastructure.estimate (institution, owner_id, id)
);
CREATE UNIQUE INDEX baseline_already_proposed ON infrastructure.baseline (owner_id) WHERE status = 'PROPOSED';
CREATE INDEX baseline_of_owner ON infrastructure.baseline (owner_id, recorded_at, id);
CREATE INDEX baseline_waiting ON infrastructure.baseline (recorded_at, id) WHERE status = 'PROPOSED';

CREATE TABLE infrastructure.contract (
    id                    uuid PRIMARY KEY,
    version               int  NOT NULL,
    institution           text NOT NULL,
    recorded_by           uuid NOT NULL REFERENCES journal.person,
    recorded_at           timestamptz NOT NULL,
    status                text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    project_id            uuid NOT NULL,
    reference             text NOT NULL,
    contractor_id         uuid NOT NULL REFERENCES journal.identity,
    net                   numeric(19, 2) NOT NULL CHECK (net > 0),
    currency              text NOT NULL CHECK (currency = 'EUR'),
    vat_rate              numeric(7, 6) NOT NULL CHECK (vat_rate BETWEEN 0 AND 1),
    gross                 numeric(19, 2) NOT NULL,
    signed_on             date NOT NULL,
    due_on                date NOT NULL,
    FOREIGN KEY (institution, project_id) REFERENCES infrastructure.project (institution, id),
    CHECK (reference !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'),
    CHECK (gross = net + round(net * vat_rate, 2)),
    CHECK (due_on >= signed_on)
);
-- what was withdrawn may be recorded again under its reference
CREATE UNIQUE INDEX contract_reference_taken ON infrastructure.contract (institution, reference) WHERE status <> 'WITHDRAWN';
CREATE INDEX contract_by_recording ON infrastructure.contract (institution, recorded_at, id);
CREATE INDEX contract_by_reference ON infrastructure.contract (institution, reference, id);
CREATE INDEX contract_by_signing ON infrastructure.contract (institution, signed_on, id);
CREATE INDEX contract_by_gross ON infrastructure.contract (institution, gross, id);
CREATE INDEX all_contracts_by_recording ON infrastructure.contract (recorded_at, id);
CREATE INDEX all_contracts_by_reference ON infrastructure.contract (reference, id);
CREATE INDEX all_contracts_by_signing ON infrastructure.contract (signed_on, id);
CREATE INDEX all_contracts_by_gross ON infrastructure.contract (gross, id);
CREATE INDEX contract_of_project ON infrastructure.contract (project_id, recorded_at, id);
CREATE INDEX contract_waiting ON infrastructure.contract (recorded_at, id) WHERE status = 'PROPOSED';

-- The second lock of their life cycles: a state changes only with a step, what a record says only when it came back.
CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.baseline FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON infrastructure.baseline FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');
CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.contract FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps();
CREATE TRIGGER only_with_a_step AFTER INSERT ON infrastructure.contract FOR EACH ROW EXECUTE FUNCTION journal.only_with_a_step('PROPOSED');

GRANT USAGE ON SCHEMA infrastructure TO ${app}, fundtrail_auditor;
GRANT SELECT ON ALL TABLES IN SCHEMA infrastructure TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.works_programme, infrastructure.project, infrastructure.estimate, infrastructure.baseline,
    infrastructure.contract TO ${app};
-- What these two say stays as it was recorded; the right allows their row to be locked while something is decided about it.
GRANT UPDATE (version) ON infrastructure.works_programme, infrastructure.project TO ${app};
GRANT UPDATE (version, status, n) ON infrastructure.baseline TO ${app};
GRANT UPDATE (version, status, reference, contractor_id, net, currency, vat_rate, gross, signed_on, due_on) ON infrastructure.contract TO ${app};
