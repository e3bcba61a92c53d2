package org.fundtrail.journal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings the tables of one service up to date and ends. A program of its own, started before the service, so that the password which may
 * change tables is never in the environment of a running service:
 *
 * <pre>java -cp "app/*:lib/main/*:lib/boot/*" org.fundtrail.journal.Migrate funding</pre>
 *
 * It ends with 0; with 3 when the database was made by another form of Fundtrail than this; with 1 when something else is the matter. What
 * is the matter is then the last line that it says.
 */
public final class Migrate {
    static final int ANOTHER_FORM = 3;

    /** Held for as long as it works: the log system forgets the level of a logger that nobody holds. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Migrate() {}

    public static void main(String[] arguments) {
        FLYWAY.setLevel(Level.WARNING);
        var service = arguments.length == 1 ? arguments[0] : "";
        if (!List.of("funding", "infrastructure").contains(service)) {
            end(1, "Which service's tables to migrate is missing: funding or infrastructure.");
        }
        var prefix = "FUNDTRAIL_" + service.toUpperCase(Locale.ROOT) + "_DB_";
        try {
            migrate(service, setting(prefix + "URL"), setting(prefix + "MIGRATOR_PASSWORD"));
        } catch (AnotherForm e) {
            end(ANOTHER_FORM, e.getMessage());
        } catch (CannotMigrate e) {
            end(1, e.getMessage());
        }
    }

    private static String setting(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new CannotMigrate(name + " is not set.");
        }
        return value;
    }

    private static void end(int exitCode, String sentence) {
        System.err.println(sentence);
        System.exit(exitCode);
    }

    /**
     * Works as {@code <service>_migrator}, who becomes the owner of the tables. As often as you like: what was done is not done again.
     *
     * @throws AnotherForm when the migrations that the database remembers are not those of this program
     * @throws CannotMigrate when the database cannot be reached or a migration fails; then nothing of that migration is left
     */
    public static void migrate(String service, String url, String password) {
        var flyway = flyway(service, url, password);
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            // What is left to complain about when newer migrations and those still to come are not.
            var older =
                    !flyway(service, url, password, "*:future", "*:pending").validateWithResult().validationSuccessful;
            throw new AnotherForm(database(url), older);
        } catch (FlywayException e) {
            throw new CannotMigrate(
                    "The tables in " + database(url) + " cannot be brought up to date (" + reason(e) + ").");
        }
    }

    private static Flyway flyway(String service, String url, String password, String... ignored) {
        return Flyway.configure(Migrate.class.getClassLoader())
                .dataSource(url, service + "_migrator", password)
                .initSql("SET ROLE " + service + "_owner")
                .schemas(service)
                .defaultSchema(service)
                .locations("db/journal", "db/records", "db/migration")
                .placeholders(Map.of("app", service + "_app"))
                // Of two branches that were made beside each other the older may come in last.
                .outOfOrder(true)
                // By itself Flyway puts up with a database that is newer than the program.
                .ignoreMigrationPatterns(ignored)
                .load();
    }

    /** The address without its parameters, which may hold a password. */
    private static String database(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:postgresql://", "");
    }

    private static String reason(Throwable e) {
        return e.getCause() == null
                ? String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ")
                : reason(e.getCause());
    }

    /** The database was made by another form of Fundtrail. */
    static final class AnotherForm extends RuntimeException {
        private AnotherForm(String database, boolean older) {
            super("The books in " + database + " were made by "
                    + (older
                            ? "an earlier, unreleased form of Fundtrail and cannot be read by this one: keep that folder for that version,"
                            : "a newer Fundtrail and cannot be read by this one: take that version for them,")
                    + " or start with another data folder (FUNDTRAIL_DATA).");
        }
    }

    /** The tables could not be brought up to date. */
    static final class CannotMigrate extends RuntimeException {
        private CannotMigrate(String sentence) {
            super(sentence);
        }
    }
}
