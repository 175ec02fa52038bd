package org.parley.sources.duplicate;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.parley.sources.article.Arrivals;

/** Compares articles a moment after they were stored, for as long as the service runs. */
@ApplicationScoped
class DuplicateWorker {

    private static final Logger LOG = Logger.getLogger(DuplicateWorker.class);
    private static final long LOOK_AGAIN_MILLIS = 300;

    private final DuplicateFinder finder;
    private final Arrivals arrivals;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "duplicates"));

    DuplicateWorker(DuplicateFinder finder, Arrivals arrivals) {
        this.finder = finder;
        this.arrivals = arrivals;
    }

    void start(@Observes StartupEvent started) {
        // catchUp lets nothing escape, so there is nothing to learn from the future.
        var unused = worker.scheduleWithFixedDelay(
                this::catchUp, LOOK_AGAIN_MILLIS, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    private void catchUp() {
        try {
            for (long since = System.nanoTime(); !worker.isShutdown() && finder.some() > 0; since = System.nanoTime()) {
                arrivals.makeRoom(since);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // What waits is in the database; thrown on, this look would be the last.
            LOG.warnf("Articles could not be compared now, they will be: %s", e.getMessage());
        }
    }
}
