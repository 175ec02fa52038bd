package org.parley.sources.article;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * An answer that is written while the request is still read. Who sends may read nothing before all is sent, as many programs do: were
 * its rows written by whoever reads, both would wait for each other as soon as they fill the connection. So they are put aside until
 * the sender takes them.
 */
final class LateAnswer implements AutoCloseable {

    private static final int MOST_IN_MEMORY = 1024 * 1024;

    /** Some two million rows. Beyond them a sender who reads nothing has to wait, so that it cannot fill the disk. */
    private static final long MOST_IN_FILE = 256L * 1024 * 1024;

    private final Spool rows = new Spool(MOST_IN_MEMORY, MOST_IN_FILE);
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "import-answering"));
    private final Future<Boolean> writing;

    LateAnswer(OutputStream answer) {
        writing = thread.submit(() -> writeAll(answer));
    }

    /** Adds to the answer; the bytes are not copied. */
    void add(byte[] bytes) throws IOException {
        rows.put(bytes);
    }

    /** Waits until the sender has taken all of it. */
    void finish() throws IOException {
        rows.end();
        StoringThread.end(writing);
    }

    private boolean writeAll(OutputStream answer) throws IOException {
        // Closed when nobody takes any rows, so that storing does not go on for a sender who has gone.
        try (rows) {
            for (byte[] some = rows.take(); some != null; some = rows.take()) {
                answer.write(some);
                answer.flush();
            }
        }
        return true;
    }

    /** Lets go of what was not written; after {@link #finish} that is nothing. */
    @Override
    public void close() throws IOException {
        rows.close();
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IOException("the answer to an import is still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
