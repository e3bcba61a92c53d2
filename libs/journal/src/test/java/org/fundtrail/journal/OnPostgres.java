package org.fundtrail.journal;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The journal's own tables on a real PostgreSQL and nothing else of a service: for plain tests of the ledger, and of its mutants. */
final class OnPostgres {
    static final String KEEP_THE_JOURNAL = "V202611232040__keep_the_journal";
    static final String PROVE_THE_LOG = "V202612011900__prove_the_log";

    private static EmbeddedPostgres postgres;

    private OnPostgres() {}

    private static synchronized EmbeddedPostgres started() throws IOException, SQLException {
        if (postgres == null) {
            postgres =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            try (var connection = superuser();
                    var statement = connection.createStatement()) {
                statement.execute("SET fundtrail.service = 'ledger'");
                statement.execute("SET fundtrail.app_password = 'of-the-tests-only'");
                statement.execute("SET fundtrail.migrator_password = 'of-the-tests-only'");
                statement.execute(text("/db/roles/roles.sql"));
                migrate(connection, KEEP_THE_JOURNAL);
                migrate(connection, PROVE_THE_LOG);
            }
        }
        return postgres;
    }

    static void migrate(Connection connection, String migration) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute(text("/db/journal/" + migration + ".sql").replace("${app}", "ledger_app"));
        }
    }

    /** Another database, in which nothing is yet, for a superuser. */
    static AgroalDataSource another(String name) throws SQLException, IOException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        var url = postgres.getJdbcUrl("postgres", name);
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(url).autoCommit(true))));
    }

    private static String text(String resource) throws IOException {
        try (var in = OnPostgres.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Connection superuser() throws SQLException, IOException {
        return DriverManager.getConnection(
                (postgres == null ? started() : postgres).getJdbcUrl("postgres", "postgres"));
    }

    /** The connections of a service: with its role and nothing more. */
    static AgroalDataSource database() throws SQLException, IOException {
        var url = started().getJdbcUrl("ledger_app", "postgres");
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(4)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .autoCommit(true)
                                .principal(new NamePrincipal("ledger_app"))
                                .credential(new SimplePassword("of-the-tests-only")))));
    }

    /** A journal whose records are none: there is nothing to flush. What it writes until it closes its connection is one transaction. */
    static Journal journal(AgroalDataSource database) {
        var history = new History();
        history.goesOn();
        return new Journal(
                standIn(
                        AgroalDataSource.class,
                        "getConnection",
                        (proxy, method, args) -> transaction(database.getConnection())),
                standIn(EntityManager.class, "flush", (proxy, method, args) -> null),
                history);
    }

    private static Connection transaction(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return standIn(Connection.class, "", (proxy, method, args) -> {
            if (method.getName().equals("close")) {
                connection.commit();
                connection.setAutoCommit(true);
            }
            return method.invoke(connection, args);
        });
    }

    /** Answers to the method of this name, or to all. */
    private static <T> T standIn(Class<T> type, String name, InvocationHandler answer) {
        return type.cast(Proxy.newProxyInstance(
                OnPostgres.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    if (!name.isEmpty() && !method.getName().equals(name)) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answer.invoke(proxy, method, args);
                }));
    }
}
