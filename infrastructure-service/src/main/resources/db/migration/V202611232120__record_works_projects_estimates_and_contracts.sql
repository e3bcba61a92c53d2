-- Cost: works programmes, projects, the ladder of their estimates with the chosen baseline, and contracts.
CREATE TABLE infrastructure.works_programme (
    id               uuid PRIMARY KEY,
    version          int  NOT NULL,
    institution      text NOT NULL,
    recorded_by      text NOT NULL,
    recorded_at      timestamptz NOT NULL,
    reference        text NOT NULL,
    title_en         text NOT NULL,
    title_lt         text NOT NULL,
    baseline_choices int  NOT NULL CHECK (baseline_choices >= 0),
    CONSTRAINT works_programme_reference_taken UNIQUE (institution, reference)
);
CREATE INDEX works_programme_by_recording ON infrastructure.works_programme (institution, recorded_at, id);

CREATE TABLE infrastructure.project (
    id                 uuid PRIMARY KEY,
    version            int  NOT NULL,
    institution        text NOT NULL,
    recorded_by        text NOT NULL,
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
    works_programme_id uuid REFERENCES infrastructure.works_programme,
    baseline_choices   int  NOT NULL CHECK (baseline_choices >= 0),
    CONSTRAINT project_reference_taken UNIQUE (institution, reference),
    CHECK (period_to >= period_from)
);
CREATE INDEX project_by_recording ON infrastructure.project (institution, recorded_at, id);
CREATE INDEX project_of_works_programme ON infrastructure.project (works_programme_id, recorded_at, id);

-- A rung of a ladder: never changed, never removed; a better estimate is another one.
CREATE TABLE infrastructure.estimate (
    id                 uuid PRIMARY KEY,
    version            int  NOT NULL,
    institution        text NOT NULL,
    recorded_by        text NOT NULL,
    recorded_at        timestamptz NOT NULL,
    owner_type         text NOT NULL CHECK (owner_type IN ('project', 'works-programme')),
    owner_id           uuid NOT NULL,
    owner_reference    text NOT NULL,
    project_id         uuid GENERATED ALWAYS AS (CASE owner_type WHEN 'project' THEN owner_id END) STORED
                            REFERENCES infrastructure.project,
    works_programme_id uuid GENERATED ALWAYS AS (CASE owner_type WHEN 'works-programme' THEN owner_id END) STORED
                            REFERENCES infrastructure.works_programme,
    name               text NOT NULL,
    amount             numeric(19, 2) NOT NULL CHECK (amount > 0),
    currency           char(3) NOT NULL CHECK (currency = 'EUR'),
    basis              text NOT NULL CHECK (basis IN ('NET', 'GROSS', 'UNKNOWN')),
    vat_rate           numeric(7, 6) CHECK (vat_rate BETWEEN 0 AND 1),
    gross              numeric(19, 2) NOT NULL,
    lower_bound        boolean NOT NULL,
    accuracy_class     int CHECK (accuracy_class BETWEEN 1 AND 5),
    date               date NOT NULL,
    source_title       text NOT NULL,
    source_url         text,
    UNIQUE (owner_id, id),
    CHECK ((basis = 'NET') = (vat_rate IS NOT NULL)),
    CHECK (gross = amount + CASE basis WHEN 'NET' THEN round(amount * vat_rate, 2) ELSE 0 END)
);
CREATE INDEX estimate_ladder ON infrastructure.estimate (owner_id, date, id);

-- Which estimate counts, choice after choice, numbered under the lock of its owner's row; only an estimate of that very owner.
CREATE TABLE infrastructure.baseline (
    owner_id    uuid NOT NULL,
    n           int  NOT NULL CHECK (n > 0),
    estimate_id uuid NOT NULL,
    chosen_by   text NOT NULL,
    chosen_at   timestamptz NOT NULL,
    PRIMARY KEY (owner_id, n),
    FOREIGN KEY (owner_id, estimate_id) REFERENCES infrastructure.estimate (owner_id, id)
);

CREATE TABLE infrastructure.contract (
    id                    uuid PRIMARY KEY,
    version               int  NOT NULL,
    institution           text NOT NULL,
    recorded_by           text NOT NULL,
    recorded_at           timestamptz NOT NULL,
    authors               text[] NOT NULL CHECK (cardinality(authors) > 0),
    decided_by            text,
    decided_at            timestamptz,
    reason                text,
    status                text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'RETURNED', 'REJECTED')),
    project_id            uuid NOT NULL REFERENCES infrastructure.project,
    reference             text NOT NULL,
    contractor_name       text NOT NULL,
    contractor_identifier text NOT NULL CHECK (length(contractor_identifier) BETWEEN 1 AND 50),
    net                   numeric(19, 2) NOT NULL CHECK (net > 0),
    currency              char(3) NOT NULL CHECK (currency = 'EUR'),
    vat_rate              numeric(7, 6) NOT NULL CHECK (vat_rate BETWEEN 0 AND 1),
    gross                 numeric(19, 2) NOT NULL,
    signed_on             date NOT NULL,
    due_on                date NOT NULL,
    CONSTRAINT contract_reference_taken UNIQUE (institution, reference),
    CHECK (gross = net + round(net * vat_rate, 2)),
    CHECK (due_on >= signed_on),
    -- four eyes: whoever entered or changed it never decides on it
    CONSTRAINT contract_decided_by_somebody_else CHECK (decided_by IS NULL OR decided_by <> ALL (authors)),
    CHECK ((status = 'PROPOSED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CHECK (status NOT IN ('RETURNED', 'REJECTED') OR reason IS NOT NULL)
);
CREATE INDEX contract_by_recording ON infrastructure.contract (institution, recorded_at, id);
CREATE INDEX contract_by_signing ON infrastructure.contract (institution, signed_on, id);
CREATE INDEX contract_of_project ON infrastructure.contract (project_id, recorded_at, id);
CREATE INDEX contract_waiting ON infrastructure.contract (recorded_at, id) WHERE status = 'PROPOSED';

GRANT USAGE ON SCHEMA infrastructure TO ${app}, fundtrail_auditor;
GRANT SELECT ON ALL TABLES IN SCHEMA infrastructure TO ${app}, fundtrail_auditor;
GRANT INSERT ON infrastructure.works_programme, infrastructure.project, infrastructure.estimate, infrastructure.baseline,
    infrastructure.contract TO ${app};
-- What else they say stays as it was recorded; these two also allow the row to be locked while a baseline is chosen.
GRANT UPDATE (version, baseline_choices) ON infrastructure.works_programme, infrastructure.project TO ${app};
GRANT UPDATE (version, authors, decided_by, decided_at, reason, status, reference, contractor_name, contractor_identifier, net, currency,
    vat_rate, gross, signed_on, due_on) ON infrastructure.contract TO ${app};
