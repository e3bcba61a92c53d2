package org.fundtrail.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The last checkpoint outside of the database: a file that whoever puts the database back to an older state does not put back with it. It
 * is replaced as a whole.
 */
@ApplicationScoped
class KeptCheckpoint {
    private final Path file;

    KeptCheckpoint(
            @ConfigProperty(name = "fundtrail.log.kept") Path folder,
            @ConfigProperty(name = "fundtrail.log.origin") String origin) {
        this.file = folder.resolve(origin.substring(origin.lastIndexOf('/') + 1) + ".checkpoint");
    }

    /** The signed note, or nothing where none is kept. */
    Optional<String> read() {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replace(String note) {
        try {
            Files.createDirectories(file.getParent());
            var draft =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
            try {
                Files.writeString(draft, note);
                try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
