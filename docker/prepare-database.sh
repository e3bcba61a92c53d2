#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Makes the roles and the two databases on a PostgreSQL server, or gives existing roles their passwords; as often as you like.
# psql connects as the environment says (PGHOST, PGPORT, PGUSER, PGPASSWORD), as an administrator. Needs the four passwords below.
set -eu

roles=${FUNDTRAIL_ROLES_SQL:-/fundtrail/roles.sql}

prepare() {
    psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname "${PGDATABASE:-postgres}" \
        --set service="$1" --set database="fundtrail_$1" --set app_password="$2" --set migrator_password="$3" \
        --set roles="$roles" <<'SQL'
SELECT set_config('fundtrail.service', :'service', false) AS service,
       set_config('fundtrail.app_password', :'app_password', false) IS NOT NULL AS app,
       set_config('fundtrail.migrator_password', :'migrator_password', false) IS NOT NULL AS migrator \gset is_
\i :roles
SELECT format('CREATE DATABASE %I OWNER %I', :'database', :'service' || '_owner')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :'database') \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO %I, %I, fundtrail_auditor', :'database', :'service' || '_app', :'service' || '_migrator') \gexec
SQL
}

prepare funding "${FUNDTRAIL_FUNDING_DB_PASSWORD:?}" "${FUNDTRAIL_FUNDING_DB_MIGRATOR_PASSWORD:?}"
prepare infrastructure "${FUNDTRAIL_INFRASTRUCTURE_DB_PASSWORD:?}" "${FUNDTRAIL_INFRASTRUCTURE_DB_MIGRATOR_PASSWORD:?}"
