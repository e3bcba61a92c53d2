package org.fundtrail.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the environment says; docs/operations.md has the table. */
record Settings(Path home, Path data, String host, int port, Map<String, String> environment) {

    /**
     * Systems lend ports from here on to whoever connects or listens without naming one (Linux from 32768): while a service is down, its port
     * would be lent to another, and could not be had back.
     */
    private static final int LENT_FROM = 32_768;

    private static final int OURS_FROM = 20_000;

    /** Each is given once, though nobody may listen there yet. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    /** Why books that were put back to an older state go on from there. */
    static final String NEW_EPOCH = "FUNDTRAIL_NEW_EPOCH_REASON";

    /** What the environment says, and the one thing that is said at a start alone. */
    static Settings of(Path home, Map<String, String> environment, String... arguments) {
        if (arguments.length == 0) {
            return of(home, environment);
        }
        if (arguments.length != 2 || !arguments[0].equals("--new-epoch") || arguments[1].isBlank()) {
            throw new CannotStart(
                    "The one thing that can be said is --new-epoch \"reason\": why books that were put back to an "
                            + "older state go on from there.");
        }
        Map<String, String> said = new HashMap<>(environment);
        said.put(NEW_EPOCH, arguments[1].strip());
        return of(home, said);
    }

    private static Settings of(Path home, Map<String, String> environment) {
        String data = environment.getOrDefault("FUNDTRAIL_DATA", "");
        Settings settings = new Settings(
                home,
                (data.isBlank() ? home.resolve("data") : Path.of(data))
                        .toAbsolutePath()
                        .normalize(),
                environment.getOrDefault("FUNDTRAIL_HOST", "127.0.0.1"),
                portIn(environment, "FUNDTRAIL_PORT").orElse(8080),
                environment);
        settings.checkHost();
        settings.checkClock();
        return settings;
    }

    /** Books are kept by the time it is; another is for trying out what comes with time. */
    private void checkClock() {
        if (get("FUNDTRAIL_CLOCK_FILE").isPresent() && !demonstration()) {
            throw new CannotStart(
                    "FUNDTRAIL_CLOCK_FILE sets the clock, which is for demonstrations alone: leave it out.");
        }
    }

    /** Without an identity provider everybody knows the demonstration passwords, so only this machine may ask. */
    private void checkHost() {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CannotStart("FUNDTRAIL_HOST is \"" + host + "\", which is no address of this machine.");
        }
        if (localUsers() && !address.isLoopbackAddress()) {
            throw new CannotStart("FUNDTRAIL_HOST is \"" + host
                    + "\", but the demonstration users may only be used on the loopback address: "
                    + "set OIDC_URL, or leave FUNDTRAIL_HOST at 127.0.0.1.");
        }
    }

    boolean localUsers() {
        return get("OIDC_URL").isEmpty();
    }

    boolean demonstration() {
        return localUsers() && !get("FUNDTRAIL_DEMONSTRATION").orElse("true").equalsIgnoreCase("false");
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The configured port, or one that is free now. */
    int portOf(String name) {
        return portIn(environment, name).orElseGet(this::freePort);
    }

    int numberOf(String name, int otherwise) {
        String value = get(name).map(String::strip).orElse(String.valueOf(otherwise));
        if (!value.matches("[1-9][0-9]{0,4}")) {
            throw new CannotStart(name + " is \"" + value + "\", but a number from 1 to 99999 is needed.");
        }
        return Integer.parseInt(value);
    }

    String gatewayUrl() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    void checkPortIsFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new CannotStart(
                    "Port " + port + " on " + host
                            + " cannot be used: another program has it, or it is reserved. Stop that program or set FUNDTRAIL_PORT to another port.");
        }
    }

    private int freePort() {
        Set<Integer> spoken = environment.keySet().stream()
                .filter(name -> name.matches("FUNDTRAIL(_[A-Z]+)?_PORT"))
                .flatMap(name -> portIn(environment, name).stream())
                .collect(Collectors.toSet());
        int offset = new SecureRandom().nextInt(LENT_FROM - OURS_FROM);
        for (int n = 0; n < LENT_FROM - OURS_FROM; n++) {
            int candidate = OURS_FROM + (offset + n) % (LENT_FROM - OURS_FROM);
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getByName("127.0.0.1"))) {
                if (!spoken.contains(candidate) && GIVEN.add(candidate)) {
                    return candidate;
                }
            } catch (IOException taken) {
                continue;
            }
        }
        throw new CannotStart("No free port was found on the loopback address");
    }

    private static Optional<Integer> portIn(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new CannotStart(
                    name + " is \"" + value + "\", which is no port: a number from 1 to 65535 is needed.");
        }
        return Optional.of(Integer.valueOf(value));
    }
}
