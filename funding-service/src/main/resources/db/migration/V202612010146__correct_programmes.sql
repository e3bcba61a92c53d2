-- A programme says what it should have said, before an allocation counts on it; its name at any time.
CREATE CONSTRAINT TRIGGER only_by_a_correction AFTER UPDATE ON funding.programme DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (to_jsonb(NEW) - 'version' <> to_jsonb(OLD) - 'version') EXECUTE FUNCTION journal.only_by_a_correction('programme.corrected');
GRANT UPDATE (version, code, fund, name, management_mode, period_from, period_to, cost_scope) ON funding.programme TO ${app};
