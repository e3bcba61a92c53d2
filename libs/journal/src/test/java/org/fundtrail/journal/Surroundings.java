package org.fundtrail.journal;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What a service finds around it: a real PostgreSQL with the roles of production, where the service works as its own role on tables
 * that its owner made, and the key that the gateway signs with. The argument {@code service} names it.
 */
public class Surroundings implements QuarkusTestResourceLifecycleManager {
    static final String PASSWORD = "of-the-tests-only";

    private String service;
    private EmbeddedPostgres postgres;

    @Override
    public void init(Map<String, String> args) {
        service = args.get("service");
    }

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .start();
            prepare();
            var settings = new HashMap<String, String>();
            var prefix = "FUNDTRAIL_" + service.toUpperCase() + "_DB_";
            var url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/fundtrail_" + service;
            Migrate.migrate(service, url, PASSWORD);
            settings.put(prefix + "URL", url);
            settings.put(prefix + "PASSWORD", PASSWORD);
            settings.put("fundtrail.test.superuser-url", postgres.getJdbcUrl("postgres", "fundtrail_" + service));
            settings.putAll(key());
            settings.putAll(keyOfFunding());
            settings.putAll(log());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void prepare() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement();
                var roles = Journal.class.getResourceAsStream("/db/roles/roles.sql")) {
            statement.execute("SET fundtrail.service = '" + service + "'");
            statement.execute("SET fundtrail.app_password = '" + PASSWORD + "'");
            statement.execute("SET fundtrail.migrator_password = '" + PASSWORD + "'");
            statement.execute(new String(roles.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("CREATE DATABASE fundtrail_" + service + " OWNER " + service + "_owner");
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** The key with which funding-service asks infrastructure-service in its own name, in files as an installation has them. */
    private static Map<String, String> keyOfFunding() throws GeneralSecurityException, IOException {
        var pair = pair();
        return Map.of(
                "FUNDTRAIL_FUNDING_TOKEN_PRIVATE_KEY",
                pem("PRIVATE KEY", pair.getPrivate()),
                "FUNDTRAIL_FUNDING_TOKEN_PUBLIC_KEY",
                pem("PUBLIC KEY", pair.getPublic()),
                "fundtrail.follow-every",
                "off"); // a test follows when it wants to
    }

    /** What checkpoints of the log are signed with, and where the last one is kept. */
    private Map<String, String> log() throws GeneralSecurityException, IOException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return Map.of(
                "FUNDTRAIL_" + service.toUpperCase() + "_LOG_PRIVATE_KEY",
                pem("PRIVATE KEY", pair.getPrivate()),
                "FUNDTRAIL_KEPT_CHECKPOINTS",
                Files.createTempDirectory("fundtrail-test-kept").toString());
    }

    private static String pem(String type, Key key) throws IOException {
        var file = Files.createTempFile("fundtrail-test", ".pem");
        file.toFile().deleteOnExit();
        var body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        Files.writeString(file, "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
        return file.toString();
    }

    private static Map<String, String> key() throws GeneralSecurityException {
        var pair = pair();
        return Map.of(
                // the framework makes a key of its own for tests, which only an inline key outranks
                "mp.jwt.verify.publickey",
                        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                "FUNDTRAIL_TOKEN_PUBLIC_KEY", "inline",
                "fundtrail.clock-file",
                        Path.of(
                                        System.getProperty("java.io.tmpdir"),
                                        "fundtrail-clock-"
                                                + ProcessHandle.current().pid())
                                .toString(),
                "fundtrail.test.token-key",
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
