package org.fundtrail.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Everything one installation keeps, in one folder that one launcher at a time works in. */
final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder when it is new, and takes its lock; the system gives the lock back even when the launcher is killed. */
    static DataFolder take(Path folder) {
        FileChannel channel;
        try {
            for (String name : new String[] {"", "run", "logs", "secrets", "runtime"}) {
                Files.createDirectories(folder.resolve(name));
                if (!name.isEmpty()) {
                    forOwnerOnly(folder.resolve(name));
                }
            }
            channel = FileChannel.open(
                    folder.resolve("run/launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + folder
                            + " cannot be written: give this user the right to write there, or set FUNDTRAIL_DATA to another folder.");
        }
        if (!locked(channel)) {
            throw new CannotStart("Another Fundtrail is running with the data folder " + folder
                    + ": stop it first, or set FUNDTRAIL_DATA to another folder.");
        }
        return new DataFolder(folder, channel);
    }

    private static boolean locked(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    /** The binaries of PostgreSQL, unpacked: not in /tmp, where another user of the machine could put his own. */
    Path runtime() {
        return folder.resolve("runtime");
    }

    /** The last checkpoint of each service: outside of the database, and of its backups. */
    Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path run(String name) {
        return folder.resolve("run").resolve(name);
    }

    Path users() {
        return folder.resolve("users.properties");
    }

    /** Exists once the demonstration case was recorded, so that the next start leaves it as it is. */
    Path demonstrationLoaded() {
        return folder.resolve("demonstration-loaded");
    }

    static void forOwnerOnly(Path path) throws IOException {
        if (posix(path)) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    /** Writes a file that only its owner may ever read, even while it is being written; whole or not at all. */
    static void writeForOwner(Path file, String content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (posix(file)) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
