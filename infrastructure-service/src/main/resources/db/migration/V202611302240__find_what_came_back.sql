-- What came back to its author is few of all: read out of an index, however many records there are.
CREATE INDEX contract_came_back ON infrastructure.contract (status, id) WHERE status IN ('RETURNED', 'REJECTED');
CREATE INDEX baseline_came_back ON infrastructure.baseline (status, id) WHERE status IN ('RETURNED', 'REJECTED');
