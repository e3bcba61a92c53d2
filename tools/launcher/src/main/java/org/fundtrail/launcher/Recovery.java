package org.fundtrail.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether PostgreSQL is at work while it takes no connections. After a crash a process of its own, "startup", reads the log again. When it,
 * or one that it waits for, is killed before that has come to its end, PostgreSQL 18 takes no notice and waits for ever.
 */
final class Recovery {
    private final Duration patience;
    private long startup = -1;
    private Duration worked = Duration.ZERO;
    private long workedAt = System.nanoTime();

    /** @param patience how long "startup" may do nothing, as when it waits for a disk */
    Recovery(Duration patience) {
        this.patience = patience;
    }

    /** To be asked again and again while no connections are taken. */
    boolean goesOn(ProcessHandle postmaster) {
        List<ProcessHandle> children = postmaster.children().toList();
        if (children.stream().allMatch(child -> title(child).isEmpty())) {
            return true; // of a system that does not show what they are at
        }
        Optional<ProcessHandle> found = startup(children);
        if (found.isEmpty()) {
            return false;
        }
        Duration now = found.get().info().totalCpuDuration().orElse(Duration.ZERO);
        if (found.get().pid() != startup || !now.equals(worked)) {
            startup = found.get().pid();
            worked = now;
            workedAt = System.nanoTime();
        }
        return Duration.ofNanos(System.nanoTime() - workedAt).compareTo(patience) < 0;
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
