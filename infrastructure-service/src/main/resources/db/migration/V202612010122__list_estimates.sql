-- The estimates of all projects and works programmes are a list: each of its orders comes out of an index, for a reader of one institution
-- and for one of all.
CREATE INDEX estimate_by_date ON infrastructure.estimate (institution, date, id);
CREATE INDEX all_estimates_by_date ON infrastructure.estimate (date, id);
CREATE INDEX estimate_by_recording ON infrastructure.estimate (institution, recorded_at, id);
CREATE INDEX all_estimates_by_recording ON infrastructure.estimate (recorded_at, id);
