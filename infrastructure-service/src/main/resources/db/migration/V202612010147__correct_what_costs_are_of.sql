-- What decides no money is corrected at any time; and a project joins a works programme.
CREATE CONSTRAINT TRIGGER only_by_a_correction AFTER UPDATE ON infrastructure.works_programme DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (to_jsonb(NEW) - 'version' <> to_jsonb(OLD) - 'version')
    EXECUTE FUNCTION journal.only_by_a_correction('works-programme.corrected', 'reference');
CREATE CONSTRAINT TRIGGER only_by_a_correction AFTER UPDATE ON infrastructure.project DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (to_jsonb(NEW) - 'version' <> to_jsonb(OLD) - 'version')
    EXECUTE FUNCTION journal.only_by_a_correction('project.corrected', 'reference', 'kind', 'period_from', 'period_to');
-- What a record says is written as a whole: what stays of it the triggers hold against what was there.
GRANT UPDATE (reference, title_en, title_lt) ON infrastructure.works_programme TO ${app};
GRANT UPDATE (reference, title_en, title_lt, kind, beneficiary, period_from, period_to, place, works_programme_id) ON infrastructure.project
    TO ${app};

-- How the contractor of a contract in force is written; who it is stays.
DROP TRIGGER only_by_steps ON infrastructure.contract;
CREATE TRIGGER only_by_steps BEFORE UPDATE ON infrastructure.contract FOR EACH ROW EXECUTE FUNCTION journal.only_by_steps('contractor_id');
CREATE CONSTRAINT TRIGGER only_by_a_correction AFTER UPDATE ON infrastructure.contract DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.status = 'APPROVED' AND NEW.contractor_id <> OLD.contractor_id)
    EXECUTE FUNCTION journal.only_by_a_correction('contract.corrected');
