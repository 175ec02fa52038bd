package org.parley.events.extract;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.parley.extraction.Engine;

/** The threads that read articles: each claims one version, reads it, hands it to be stored, and goes on to the next. */
@ApplicationScoped
class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    /** How soon work is found that another replica's follower brought, or whose lease has run out. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private static final int TOO_MANY = 429;

    private final WorkQueue queue;
    private final WorkSignal signal;
    private final ArticleReader reader;
    private final Storer storer;
    private final ExtractConfig config;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    Workers(WorkQueue queue, WorkSignal signal, ArticleReader reader, Storer storer, ExtractConfig config) {
        this.queue = queue;
        this.signal = signal;
        this.reader = reader;
        this.storer = storer;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        // Names tell workers of all replicas and restarts apart: a claim is known by its worker.
        String process = UUID.randomUUID().toString();
        int workers = config.workers().orElse(Runtime.getRuntime().availableProcessors());
        storer.start();
        for (int i = 1; i <= workers; i++) {
            String name = process + "/" + i;
            Thread thread = new Thread(() -> run(name), "extract-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        signal.wake();
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(5).toMillis());
        }
        storer.close();
    }

    private void run(String worker) {
        boolean asked = false;
        while (!stopping) {
            long seen = signal.seen();
            try {
                if (!asked) {
                    queue.readAgain(Engine.VERSION);
                    asked = true;
                }
                Optional<WorkItem> item = queue.claim(worker);
                if (item.isPresent()) {
                    process(item.get());
                } else {
                    queue.giveUpLost();
                    signal.rest(seen, LOOK_AGAIN);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // The database is away: nothing can be claimed or noted until it is back.
                LOG.warnf("Work cannot be claimed, trying again: %s", e.toString());
                pause();
            }
        }
    }

    private void process(WorkItem item) throws InterruptedException {
        try {
            storer.put(reader.read(item));
        } catch (ProcessingException e) {
            queue.postpone(item, "sources-service cannot be reached");
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (status >= 500 || status == TOO_MANY) {
                queue.postpone(item, "sources-service answers " + status);
            } else {
                storer.failed(item, "sources-service answers %d when asked for its text".formatted(status), e);
            }
        } catch (RuntimeException | StackOverflowError e) {
            storer.failed(item, "reading it failed", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
