package org.fundtrail.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One command starts Fundtrail on one machine: PostgreSQL, the migrations, which end, the two services and the gateway, each a process of
 * its own. This process only watches over them; when it is asked to stop, it stops them in order and leaves none.
 */
public final class Launcher {

    /** The exit code of org.fundtrail.journal.Migrate for books that another form of Fundtrail made. */
    private static final int BOOKS_OF_ANOTHER_FORM = 3;

    private final Settings settings;
    private final Instant began = Instant.now();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Watch watch;
    private final List<Child> migrations = new ArrayList<>();
    private final List<Child> services = new ArrayList<>();
    private volatile boolean stopping;
    private DataFolder data;
    private Database database;
    private Child gateway;

    private Launcher(Settings settings) {
        this.settings = settings;
        this.watch = new Watch(Watch.Rhythm.of(settings));
    }

    public static void main(String[] arguments) {
        // What the libraries of PostgreSQL have to say is said by this program, in sentences.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            Launcher launcher = new Launcher(Settings.of(home(), System.getenv(), arguments));
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
        Programs programs = new Programs(settings, data, secrets);
        // It is busy with itself for some seconds, and ready only when the services are.
        startGateway(programs);
        startDatabase(secrets);
        migrate(programs);
        startServices(programs);
        for (Child service : services) {
            service.await("/q/health/ready", () -> stopping);
            say(service.name() + " is ready on " + service.url());
            service.forget(Settings.NEW_EPOCH); // it was asked for once, not for whenever the service is started again
        }
        gateway.await("/q/health/live", () -> stopping);
        loadDemonstration();
        write(readyFile());
        gateway.await("/q/health/ready", () -> stopping);
        greet();
        watchOver();
    }

    /** From now on what ends is started again, also what ended a moment ago. */
    private synchronized void watchOver() {
        checkGoingOn();
        if (database.own()) {
            watch.over(database);
        }
        services.forEach(watch::over);
        watch.over(gateway);
    }

    private synchronized Secrets prepare() {
        checkGoingOn();
        data = DataFolder.take(settings.data());
        say("The data folder is " + settings.data());
        for (String name : Programs.NAMES) {
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
    private void migrate(Programs programs) {
        startMigrations(programs);
        migrations.forEach(migration -> migration.awaitDone(BOOKS_OF_ANOTHER_FORM, () -> stopping));
        say("The tables are up to date");
    }

    private synchronized void startMigrations(Programs programs) {
        checkGoingOn();
        migrations.addAll(programs.migrations(database));
        migrations.forEach(Child::start);
    }

    private synchronized void startServices(Programs programs) {
        checkGoingOn();
        services.addAll(programs.services(database));
        services.forEach(Child::start);
    }

    private synchronized void startGateway(Programs programs) {
        checkGoingOn();
        gateway = programs.gateway(readyFile());
        gateway.start();
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
            watch.end();
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

    /** The folder of the repository: this jar lies in its tools/launcher/target. */
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
            return jar.getParent().getParent().getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
