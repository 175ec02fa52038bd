package org.parley.launcher.extract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Works on several things at once and hands the results out in the order they came. No more wait than memory allows. */
final class InOrder<T> implements AutoCloseable {

    private static final int WAITING_PER_WORKER = 4;

    private final Deque<Future<T>> waiting = new ArrayDeque<>();
    private final Consumer<T> results;
    private final ExecutorService workers;
    private final int most;

    InOrder(int workers, Consumer<T> results) {
        this.workers = Executors.newFixedThreadPool(workers);
        this.most = workers * WAITING_PER_WORKER;
        this.results = results;
    }

    void add(Callable<T> work) throws InterruptedException {
        if (waiting.size() == most) {
            takeOne();
        }
        waiting.add(workers.submit(work));
    }

    /** Waits for all that were added. */
    void finish() throws InterruptedException {
        while (!waiting.isEmpty()) {
            takeOne();
        }
    }

    private void takeOne() throws InterruptedException {
        try {
            results.accept(waiting.remove().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
