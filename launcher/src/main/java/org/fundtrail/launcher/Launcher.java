package org.fundtrail.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One command starts Fundtrail on one machine: PostgreSQL, the migrations, which end, the two services and the gateway, each a process of
 * its own. This process only watches over them; when it is asked to stop, it stops them in order and leaves none.
 */
public final class Launcher {

    /**
     * Three of these share one machine: small heaps, the collector with the shortest start, and only the quick compiler, which halves the
     * start. It costs some speed under full load.
     */
    private static final String JAVA_OPTIONS = "-Xms64m -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    /** The exit code of org.fundtrail.journal.Migrate for books that another form of Fundtrail made. */
    private static final int BOOKS_OF_ANOTHER_FORM = 3;

    private static final int MOST_RESTARTS = 3;
    private static final Duration RESTARTS_WITHIN = Duration.ofMinutes(10);

    private final Settings settings;
    private final Instant began = Instant.now();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Map<Child, Deque<Instant>> restarts = new HashMap<>();
    private final List<Child> migrations = new ArrayList<>();
    private final List<Child> services = new ArrayList<>();
    private volatile boolean stopping;
    private volatile boolean started;
    private DataFolder data;
    private Database database;
    private Child gateway;

    private Launcher(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        // What the libraries of PostgreSQL have to say is said by this program, in sentences.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            Launcher launcher = new Launcher(Settings.of(home(), System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop"));
            launcher.start();
            launcher.finished.await();
        } catch (CannotStart e) {
            System.err.println("fundtrail: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(1);
        }
    }

    private void start() {
        Secrets secrets = prepare();
        String infrastructureUrl = "http://127.0.0.1:" + settings.portOf("FUNDTRAIL_INFRASTRUCTURE_PORT");
        String fundingUrl = "http://127.0.0.1:" + settings.portOf("FUNDTRAIL_FUNDING_PORT");
        // It is busy with itself for some seconds, and ready only when the services are.
        startGateway(fundingUrl, infrastructureUrl, secrets);
        startDatabase(secrets);
        migrate(secrets);
        startServices(fundingUrl, infrastructureUrl, secrets);
        for (Child service : services) {
            service.await("/q/health/ready", () -> stopping);
            say(service.name() + " is ready on " + service.url());
        }
        gateway.await("/q/health/live", () -> stopping);
        loadDemonstration();
        write(readyFile());
        gateway.await("/q/health/ready", () -> stopping);
        greet();
        watchOver();
    }

    /** From now on a child that ends is started again, also one that ended a moment ago. */
    private void watchOver() {
        started = true;
        for (Child child : children()) {
            if (!child.running()) {
                ended(child);
            }
        }
        Thread watch = new Thread(this::watchDatabase, "watch-database");
        watch.setDaemon(true);
        watch.start();
    }

    private synchronized Secrets prepare() {
        checkGoingOn();
        data = DataFolder.take(settings.data());
        say("The data folder is " + settings.data());
        for (String name : List.of(
                "gateway",
                "funding-service",
                "infrastructure-service",
                "funding-migration",
                "infrastructure-migration")) {
            if (Leftovers.end(Child.pidFile(data, name))) {
                say("Ended the " + name + " that an earlier run left behind");
            }
        }
        if (Leftovers.endPostgres(data.postgres())) {
            say("Ended the PostgreSQL that an earlier run left behind");
        }
        Leftovers.forget(readyFile());
        // Only now: the gateway that a killed launcher left behind had the port.
        settings.checkPortIsFree();
        return new Secrets(data.secrets());
    }

    private synchronized void startDatabase(Secrets secrets) {
        checkGoingOn();
        database = Database.start(settings, data, secrets);
        say(database.description());
        database.prepare(secrets);
    }

    /** Both at once, and each ends: what may change tables is known to no program that goes on running. */
    private void migrate(Secrets secrets) {
        startMigrations(secrets);
        migrations.forEach(migration -> migration.awaitDone(BOOKS_OF_ANOTHER_FORM, () -> stopping));
        say("The tables are up to date");
    }

    private synchronized void startMigrations(Secrets secrets) {
        checkGoingOn();
        for (String service : Database.SERVICES) {
            String prefix = prefix(service);
            Map<String, String> environment = inherited();
            environment.put(prefix + "_DB_URL", database.url(service));
            environment.put(prefix + "_DB_MIGRATOR_PASSWORD", secrets.get(service + "-migrator-password"));

            Path built = jar(service + "-service").getParent();
            List<String> command = java();
            command.add("-cp");
            command.add(Stream.of("app", "lib/main", "lib/boot")
                    .map(folder -> built.resolve(folder).resolve("*").toString())
                    .collect(Collectors.joining(File.pathSeparator)));
            command.addAll(List.of("org.fundtrail.journal.Migrate", service));
            migrations.add(new Child(service + "-migration", "", command, environment, data));
        }
        migrations.forEach(Child::start);
    }

    private synchronized void startServices(String fundingUrl, String infrastructureUrl, Secrets secrets) {
        checkGoingOn();
        Map<String, String> infrastructure = serviceEnvironment("infrastructure", infrastructureUrl, secrets);
        services.add(child("infrastructure-service", infrastructureUrl, infrastructure));

        Map<String, String> funding = serviceEnvironment("funding", fundingUrl, secrets);
        funding.put("FUNDTRAIL_INFRASTRUCTURE_URL", infrastructureUrl);
        services.add(child("funding-service", fundingUrl, funding));

        services.forEach(this::startWatched);
    }

    private synchronized void startGateway(String fundingUrl, String infrastructureUrl, Secrets secrets) {
        checkGoingOn();
        Map<String, String> door = inherited();
        door.put("FUNDTRAIL_HOST", settings.host());
        door.put("FUNDTRAIL_PORT", String.valueOf(settings.port()));
        door.put("FUNDTRAIL_FUNDING_URL", fundingUrl);
        door.put("FUNDTRAIL_INFRASTRUCTURE_URL", infrastructureUrl);
        door.put("FUNDTRAIL_TOKEN_PRIVATE_KEY", secrets.tokenPrivateKey().toString());
        door.put("FUNDTRAIL_SESSION_KEY", secrets.get("session-key"));
        door.put("FUNDTRAIL_SESSIONS_FILE", data.run("ended-sessions").toString());
        door.put("FUNDTRAIL_SECURITY_LOG", data.log("security").toString());
        door.put("FUNDTRAIL_READY_FILE", readyFile().toString());
        settings.environment().forEach((name, value) -> {
            if (name.startsWith("OIDC_")) {
                door.put(name, value);
            }
        });
        if (settings.localUsers()) {
            LocalUsers.write(data.users());
            door.put("SMALLRYE_CONFIG_LOCATIONS", data.users().toUri().toString());
        }
        gateway = child("gateway", settings.gatewayUrl(), door);
        startWatched(gateway);
    }

    private Map<String, String> serviceEnvironment(String service, String url, Secrets secrets) {
        String prefix = prefix(service);
        Map<String, String> environment = inherited();
        environment.put("FUNDTRAIL_HOST", "127.0.0.1");
        environment.put(prefix + "_PORT", url.substring(url.lastIndexOf(':') + 1));
        environment.put(prefix + "_DB_URL", database.url(service));
        environment.put(prefix + "_DB_PASSWORD", secrets.get(service + "-app-password"));
        environment.put("FUNDTRAIL_TOKEN_PUBLIC_KEY", secrets.tokenPublicKey().toString());
        return environment;
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
        List<String> command = java();
        command.addAll(List.of("-jar", jar(module).toString()));
        return new Child(module, url, command, environment, data);
    }

    private Path jar(String module) {
        Path jar = settings.home().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new CannotStart(module + " is not built: " + jar + " is missing. ./run builds what is missing.");
        }
        return jar;
    }

    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(settings.get("FUNDTRAIL_JAVA_OPTIONS")
                .orElse(JAVA_OPTIONS)
                .strip()
                .split("\\s+")));
        // Read by nobody: it shows in the list of processes whose child this is.
        command.add("-Dfundtrail.data=" + settings.data());
        return command;
    }

    private void startWatched(Child child) {
        child.start().onExit().thenAccept(process -> {
            if (started && !stopping) {
                ended(child);
            }
        });
    }

    /** A child that dies while it starts is reported by whoever waits for it; one that dies later is started again, but not for ever. */
    private synchronized void ended(Child child) {
        if (stopping || child.running()) {
            return;
        }
        Deque<Instant> earlier = restarts.computeIfAbsent(child, one -> new ArrayDeque<>());
        Instant now = Instant.now();
        earlier.removeIf(restart -> restart.isBefore(now.minus(RESTARTS_WITHIN)));
        if (earlier.size() == MOST_RESTARTS) {
            fail(child.name() + " ended again (" + child.exit() + "), after " + MOST_RESTARTS
                    + " restarts: Fundtrail stops." + child.tail());
            return;
        }
        earlier.add(now);
        System.err.println("fundtrail: " + child.name() + " ended unexpectedly (" + child.exit()
                + "); it is started again." + child.tail());
        try {
            startWatched(child);
        } catch (CannotStart e) {
            fail(e.getMessage());
        }
    }

    private void watchDatabase() {
        while (database.running()) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                return;
            }
        }
        if (!stopping) {
            fail("PostgreSQL ended unexpectedly: Fundtrail stops. Its log is " + data.log("postgres-<day>") + ".");
        }
    }

    /** Not from this thread: the exit waits for the hook, and the hook for whoever holds the lock. */
    private static void fail(String sentence) {
        System.err.println("fundtrail: " + sentence);
        new Thread(() -> System.exit(1), "exit").start();
    }

    private void loadDemonstration() {
        if (!settings.demonstration() || Files.exists(data.demonstrationLoaded())) {
            return;
        }
        say("Recording the demonstration case, Lithuania 2021");
        new DemonstrationCase(settings.gatewayUrl(), LocalUsers.PASSWORD).load();
        write(data.demonstrationLoaded());
    }

    private void greet() {
        say("Fundtrail is ready: " + settings.gatewayUrl());
        if (settings.localUsers()) {
            System.out.println();
            System.out.println("  DEMONSTRATION. Sign in as (password \"" + LocalUsers.PASSWORD
                    + "\", unless changed in " + data.users() + "):");
            for (LocalUsers.User user : LocalUsers.ALL) {
                System.out.printf("    %-11s %-22s %s, %s%n", user.id(), user.name(), user.role(), user.institution());
            }
            System.out.println();
        }
        System.out.println("  Ctrl-C stops everything and keeps the data.");
    }

    /** The gateway first, so that nobody asks any more; then the services; then PostgreSQL, which by then has no client left. */
    private void stop() {
        stopping = true;
        synchronized (this) {
            if (gateway != null) {
                say("Stopping");
                gateway.askToEnd();
                gateway.awaitEnd();
            }
            migrations.forEach(Child::askToEnd);
            migrations.forEach(Child::awaitEnd);
            services.forEach(Child::askToEnd);
            services.forEach(Child::awaitEnd);
            try {
                if (database != null) {
                    database.close();
                }
                if (data != null) {
                    Leftovers.forget(readyFile());
                    data.close();
                }
            } catch (IOException | RuntimeException e) {
                System.err.println("fundtrail: not everything was stopped in order (" + e.getMessage() + ").");
            }
            finished.countDown();
        }
    }

    private List<Child> children() {
        List<Child> children = new ArrayList<>(services);
        children.add(gateway);
        return children;
    }

    private void checkGoingOn() {
        if (stopping) {
            throw new CannotStart("Stopped.");
        }
    }

    private Path readyFile() {
        return data.run("ready");
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " cannot be written", e);
        }
    }

    private void say(String sentence) {
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        System.out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds, sentence);
    }

    /** The folder of the repository: this jar lies in its launcher/target. */
    private static Path home() {
        String home = System.getProperty("fundtrail.home");
        if (home != null) {
            return Path.of(home).toAbsolutePath().normalize();
        }
        try {
            Path jar = Path.of(Launcher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.getParent().getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
