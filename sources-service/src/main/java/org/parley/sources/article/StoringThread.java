package org.parley.sources.article;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Stores one batch of an import while the next is read: reading keeps one processor busy, and storing mostly the database. Batches are
 * stored one after the other, and never is more than one stored and one read.
 */
public final class StoringThread implements AutoCloseable {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "import-storing"));
    private Future<Boolean> running = CompletableFuture.completedFuture(true);

    /**
     * Waits until what runs has ended, and lets this run, unless what ran said that nothing shall follow.
     *
     * @param storing says whether something may follow it
     * @return what the one before said
     */
    public boolean then(Callable<Boolean> storing) throws IOException {
        boolean goesOn = finish();
        if (goesOn) {
            running = thread.submit(storing);
        }
        return goesOn;
    }

    /**
     * Waits until what runs has ended.
     *
     * @return what it said
     * @throws IOException or a RuntimeException if that is how it ended
     */
    public boolean finish() throws IOException {
        return end(running);
    }

    /** Waits for the end of a piece of an import, and ends as it did. */
    static boolean end(Future<Boolean> running) throws IOException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the service stops in the middle of an import", e);
        }
    }

    /** Waits for what runs: whoever stops reading may count on what was stored. How it ended is only told by {@link #finish}. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
