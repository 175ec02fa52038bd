package org.parley.events.extract;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The one thread of this process that stores what the workers read. One at a time resolves anyway, so it takes at once all that has
 * been read meanwhile: a single article does not wait, and many are stored together.
 */
@ApplicationScoped
class Storer {

    private static final Logger LOG = Logger.getLogger(Storer.class);
    private static final int TOGETHER = 24;
    private static final Duration LOOK_UP = Duration.ofMillis(200);

    private final BlockingQueue<ReadArticle> read = new ArrayBlockingQueue<>(TOGETHER);
    private final ReadingStore store;
    private final WorkQueue queue;
    private Thread thread;
    private volatile boolean closing;

    Storer(ReadingStore store, WorkQueue queue) {
        this.store = store;
        this.queue = queue;
    }

    void start() {
        thread = new Thread(this::run, "store");
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands over an article; waits while as many as are stored together wait already. */
    void put(ReadArticle article) throws InterruptedException {
        read.put(article);
    }

    /** Stores what was handed over, and ends. Nothing may be handed over any more. */
    void close() throws InterruptedException {
        closing = true;
        if (thread != null) {
            thread.join(Duration.ofSeconds(5).toMillis());
        }
    }

    private void run() {
        List<ReadArticle> batch = new ArrayList<>();
        try {
            while (!closing || !read.isEmpty()) {
                ReadArticle first = read.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    read.drainTo(batch, TOGETHER - 1);
                    store(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One article that cannot be stored must not keep the others out: then each is tried by itself. */
    private void store(List<ReadArticle> batch) {
        try {
            for (ReadArticle lost : store.store(batch)) {
                LOG.infof(
                        "Version %d of %s was taken over by another worker",
                        lost.item().version(), lost.item().articleId());
            }
        } catch (RuntimeException | StackOverflowError e) {
            if (batch.size() == 1) {
                failed(batch.get(0).item(), "storing it failed", e);
            } else {
                batch.forEach(each -> store(List.of(each)));
            }
        }
    }

    /** What went wrong stands in the log; the status only says where to find it. */
    void failed(WorkItem item, String error, Throwable e) {
        UUID entry = UUID.randomUUID();
        LOG.errorf(
                e, "Version %d of article %s, attempt %d: %s", item.version(), item.articleId(), item.attempt(), entry);
        try {
            queue.failed(item, "%s; this service's log has it under %s".formatted(error, entry));
        } catch (RuntimeException away) {
            // The claim runs out by itself, and another worker tries.
            LOG.warnf("The failure cannot be noted: %s", away.toString());
        }
    }
}
