package org.parley.launcher.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.parley.launcher.Failure;

/** Held by the one launcher that runs on a home. The operating system drops it when that process ends, however it ends. */
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    public static HomeLock take(Home home) {
        try {
            FileChannel channel =
                    FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new Failure(taken(home));
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new Failure("Cannot lock " + home.lockFile() + ": " + PrivateFiles.reason(e), e);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static String taken(Home home) {
        String where = RunState.read(home)
                .map(run -> " (" + run.gateway() + ", process " + run.launcher() + ")")
                .orElse("");
        return "Parley already runs on " + home.path() + where
                + ". Stop that one first, or set PARLEY_HOME to another folder and PARLEY_PORT to another port.";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Failure("Cannot let go of the lock of the home: " + PrivateFiles.reason(e), e);
        }
    }
}
