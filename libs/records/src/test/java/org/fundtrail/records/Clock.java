package org.fundtrail.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** The clock of the service that is tried: it can be set ahead. */
public final class Clock {
    private Clock() {}

    /** Does this while the service takes it to be so much later. */
    public static void ahead(Duration by, Runnable meanwhile) {
        var file = Path.of(ConfigProvider.getConfig().getValue("fundtrail.clock-file", String.class));
        try {
            var beside = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), by.toString());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            try {
                meanwhile.run();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
