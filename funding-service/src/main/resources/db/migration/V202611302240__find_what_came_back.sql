-- What came back to its author is few of all: read out of an index, however many records there are.
CREATE INDEX allocation_came_back ON funding.allocation (status, id) WHERE status IN ('RETURNED', 'REJECTED');
CREATE INDEX commitment_came_back ON funding.commitment (status, id) WHERE status IN ('RETURNED', 'REJECTED');
CREATE INDEX receipt_came_back ON funding.receipt (status, id) WHERE status = 'REFUSED';
