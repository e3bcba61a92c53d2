package org.fundtrail.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each program of the house is called: its command, and an environment with only those secrets that it needs. */
record Programs(Settings settings, DataFolder data, Secrets secrets, String fundingUrl, String infrastructureUrl) {

    /**
     * Three of these share one machine: small heaps, and the collector with the shortest start. The thorough compiler waits until a method
     * is worth it, so that it does not slow the start down.
     */
    private static final String JAVA_OPTIONS =
            "-Xms64m -Xmx384m -XX:+UseSerialGC -XX:Tier4InvocationThreshold=15000 -XX:Tier4MinInvocationThreshold=2000"
                    + " -XX:Tier4CompileThreshold=45000 -XX:Tier4BackEdgeThreshold=120000";

    /** What ends before the thorough compiler has done anything for it. */
    private static final String SHORT = "-XX:TieredStopAtLevel=1";

    /** The classes that a program loads, as its build has laid them up. */
    private static final String ARCHIVE = "app-cds.jsa";

    static final List<String> NAMES = List.of(
            "gateway", "funding-service", "infrastructure-service", "funding-migration", "infrastructure-migration");

    Programs(Settings settings, DataFolder data, Secrets secrets) {
        this(settings, data, secrets, url(settings, "FUNDING"), url(settings, "INFRASTRUCTURE"));
    }

    private static String url(Settings settings, String service) {
        return "http://127.0.0.1:" + settings.portOf("FUNDTRAIL_" + service + "_PORT");
    }

    List<Child> migrations(Database database) {
        return Database.SERVICES.stream()
                .map(service -> migration(service, database))
                .toList();
    }

    private Child migration(String service, Database database) {
        String prefix = prefix(service);
        Map<String, String> environment = inherited();
        environment.put(prefix + "_DB_URL", database.url(service));
        environment.put(prefix + "_DB_MIGRATOR_PASSWORD", secrets.get(service + "-migrator-password"));

        Path built = jar(service + "-service").getParent();
        List<String> command = java(settings);
        command.add(SHORT);
        command.add("-cp");
        command.add(Stream.of("app", "lib/main", "lib/boot")
                .map(folder -> built.resolve(folder).resolve("*").toString())
                .collect(Collectors.joining(File.pathSeparator)));
        command.addAll(List.of("org.fundtrail.journal.Migrate", service));
        return new Child(service + "-migration", "", built, command, environment, data);
    }

    List<Child> services(Database database) {
        Map<String, String> infrastructure = serviceEnvironment("infrastructure", infrastructureUrl, database);
        Map<String, String> funding = serviceEnvironment("funding", fundingUrl, database);
        funding.put("FUNDTRAIL_INFRASTRUCTURE_URL", infrastructureUrl);
        funding.put(
                "FUNDTRAIL_FUNDING_TOKEN_PRIVATE_KEY",
                secrets.fundingTokenPrivateKey().toString());
        infrastructure.put(
                "FUNDTRAIL_FUNDING_TOKEN_PUBLIC_KEY",
                secrets.fundingTokenPublicKey().toString());
        return List.of(
                child("infrastructure-service", infrastructureUrl, infrastructure),
                child("funding-service", fundingUrl, funding));
    }

    private Map<String, String> serviceEnvironment(String service, String url, Database database) {
        String prefix = prefix(service);
        Map<String, String> environment = inherited();
        environment.put("FUNDTRAIL_HOST", "127.0.0.1");
        environment.put("FUNDTRAIL_LOG_FOLDER", data.logs().toString());
        if (database.own()) {
            environment.put("FUNDTRAIL_DATABASE_FOLDER", data.postgres().toString());
        }
        environment.put(prefix + "_PORT", url.substring(url.lastIndexOf(':') + 1));
        environment.put(prefix + "_DB_URL", database.url(service));
        environment.put(prefix + "_DB_PASSWORD", secrets.get(service + "-app-password"));
        environment.put(
                prefix + "_LOG_PRIVATE_KEY", secrets.logPrivateKey(service).toString());
        environment.putIfAbsent("FUNDTRAIL_KEPT_CHECKPOINTS", data.checkpoints().toString());
        environment.put("FUNDTRAIL_TOKEN_PUBLIC_KEY", secrets.tokenPublicKey().toString());
        environment.put(
                "FUNDTRAIL_SECURITY_LOG", data.log("security-" + service).toString());
        return environment;
    }

    Child gateway(Path readyFile) {
        Map<String, String> door = inherited();
        door.put("FUNDTRAIL_HOST", settings.host());
        door.put("FUNDTRAIL_LOG_FOLDER", data.logs().toString());
        door.put("FUNDTRAIL_PORT", String.valueOf(settings.port()));
        door.put("FUNDTRAIL_FUNDING_URL", fundingUrl);
        door.put("FUNDTRAIL_INFRASTRUCTURE_URL", infrastructureUrl);
        door.put("FUNDTRAIL_TOKEN_PRIVATE_KEY", secrets.tokenPrivateKey().toString());
        door.put("FUNDTRAIL_SESSION_KEY", secrets.get("session-key"));
        door.put("FUNDTRAIL_SESSIONS_FILE", data.run("ended-sessions").toString());
        door.put("FUNDTRAIL_SECURITY_LOG", data.log("security").toString());
        door.put("FUNDTRAIL_READY_FILE", readyFile.toString());
        door.put("FUNDTRAIL_PUBLIC_URL", settings.get("FUNDTRAIL_PUBLIC_URL").orElse(settings.gatewayUrl()));
        settings.get("FUNDTRAIL_SMTP_PASSWORD").ifPresent(password -> door.put("FUNDTRAIL_SMTP_PASSWORD", password));
        settings.environment().forEach((name, value) -> {
            if (name.startsWith("OIDC_")) {
                door.put(name, value);
            }
        });
        if (settings.localUsers()) {
            LocalUsers.write(data.users());
            door.put("SMALLRYE_CONFIG_LOCATIONS", data.users().toUri().toString());
        }
        return child("gateway", settings.gatewayUrl(), door);
    }

    private static String prefix(String service) {
        return "FUNDTRAIL_" + service.toUpperCase(Locale.ROOT);
    }

    /** What the person set, but no secret: each program gets only those that it needs. */
    private Map<String, String> inherited() {
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("OIDC_") || name.matches("FUNDTRAIL_(DB_URL|DB_USER|.*PASSWORD|.*_KEY)"));
        return environment;
    }

    private Child child(String module, String url, Map<String, String> environment) {
        Path jar = jar(module);
        List<String> command = java(settings);
        if (Files.exists(jar.resolveSibling(ARCHIVE))) {
            // Found, as what it was made of, from the folder of the program; a JVM that it does not fit leaves it
            // alone.
            command.add(1, "-XX:SharedArchiveFile=" + ARCHIVE);
        }
        command.addAll(List.of("-jar", jar.toString()));
        return new Child(module, url, jar.getParent(), command, environment, data);
    }

    private Path jar(String module) {
        Path jar = settings.home().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new CannotStart(module + " is not built: " + jar + " is missing. ./run builds what is missing.");
        }
        return jar;
    }

    static List<String> java(Settings settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A program out of memory goes on with whatever threads it has left; it had better end and be started again.
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(List.of(settings.get("FUNDTRAIL_JAVA_OPTIONS")
                .orElse(JAVA_OPTIONS)
                .strip()
                .split("\\s+")));
        // Read by nobody: it shows in the list of processes whose child this is.
        command.add("-Dfundtrail.data=" + settings.data());
        return command;
    }
}
