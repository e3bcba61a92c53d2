-- The roles of one service's database. They are cluster-wide, so they are made by whoever runs PostgreSQL (the launcher, compose, the
-- tests), not by a migration. Run as an administrator, once per service and again whenever a password changes, after
--   SET fundtrail.service = 'funding';                  -- or 'infrastructure'
--   SET fundtrail.app_password = '...';                 -- of <service>_app, as which the service works
--   SET fundtrail.migrator_password = '...';            -- of <service>_migrator, as which its tables are migrated, by a step of its own
-- Then create the database:  CREATE DATABASE fundtrail_<service> OWNER <service>_owner;
--                            REVOKE ALL ON DATABASE fundtrail_<service> FROM PUBLIC;
--                            GRANT CONNECT ON DATABASE fundtrail_<service> TO <service>_app, <service>_migrator, fundtrail_auditor;
DO $$
DECLARE
    service text := current_setting('fundtrail.service');
    wanted record;
BEGIN
    FOR wanted IN
        SELECT * FROM (VALUES
            ('fundtrail_auditor', 'NOLOGIN'),                              -- reads everything, for whoever audits at the database
            (service || '_owner', 'NOLOGIN'),                              -- owns the tables, nobody works as it
            (service || '_migrator', 'LOGIN NOINHERIT'),                   -- may become the owner (SET ROLE), and does only to migrate
            (service || '_app', 'LOGIN NOINHERIT')) AS role (name, kind)   -- the service: granted by name what it needs, owns nothing
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
            EXECUTE format('CREATE ROLE %I %s', wanted.name, wanted.kind);
        END IF;
    END LOOP;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', service || '_migrator', current_setting('fundtrail.migrator_password'));
    EXECUTE format('ALTER ROLE %I PASSWORD %L', service || '_app', current_setting('fundtrail.app_password'));
    EXECUTE format('ALTER ROLE %I SET search_path = %I, journal', service || '_app', service);
    EXECUTE format('GRANT %I TO %I', service || '_owner', service || '_migrator');
    -- An administrator who is no superuser (a managed PostgreSQL) creates the database for the owner, and so must be able to become it.
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT %I TO %I', service || '_owner', current_user);
    END IF;
END
$$;
