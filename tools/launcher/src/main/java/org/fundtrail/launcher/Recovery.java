package org.fundtrail.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether PostgreSQL is at work while it takes no connections. After a crash a process of its own, "startup", reads the log again, and the
 * checkpointer writes what that changed. When one of them is killed before they have come to their end, PostgreSQL 18 takes no notice and
 * waits for ever.
 */
final class Recovery {
    private final Duration patience;
    private String work = "";
    private long workedAt = System.nanoTime();

    /** @param patience how long the two may do nothing while "startup" is there: a slow disk takes its time */
    Recovery(Duration patience) {
        this.patience = patience;
    }

    /** To be asked again and again while no connections are taken. Without "startup" they have to have worked since it was asked last. */
    boolean goesOn(ProcessHandle postmaster) {
        List<ProcessHandle> children = postmaster.children().toList();
        if (children.stream().allMatch(child -> title(child).isEmpty())) {
            return true; // of a system that does not show what they are at
        }
        String now = children.stream()
                .filter(child -> title(child).matches("postgres: (startup|checkpointer).*"))
                .map(child -> child.pid() + " " + child.info().totalCpuDuration())
                .sorted()
                .collect(Collectors.joining(", "));
        boolean worked = !now.equals(work);
        if (worked) {
            work = now;
            workedAt = System.nanoTime();
        }
        return worked
                || startup(children).isPresent()
                        && Duration.ofNanos(System.nanoTime() - workedAt).compareTo(patience) < 0;
    }

    static Optional<ProcessHandle> startup(List<ProcessHandle> children) {
        return children.stream()
                .filter(child -> title(child).startsWith("postgres: startup"))
                .findFirst();
    }

    /** What a process of PostgreSQL says it is; empty where it is gone, or where the system does not show it. */
    static String title(ProcessHandle process) {
        try {
            return Files.readString(
                            Path.of("/proc", String.valueOf(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException notToBeSeen) {
            return "";
        }
    }
}
