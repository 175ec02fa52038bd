package org.parley.sources.recheck;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks at articles again when it is time, for as long as the service runs. */
@ApplicationScoped
class RecheckWorker {

    private static final Logger LOG = Logger.getLogger(RecheckWorker.class);
    private static final int AT_A_TIME = 10;

    private final Rechecks rechecks;
    private final boolean on;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "rechecks"));

    RecheckWorker(Rechecks rechecks, @ConfigProperty(name = "parley.feeds.polling", defaultValue = "true") boolean on) {
        this.rechecks = rechecks;
        this.on = on;
    }

    void start(@Observes StartupEvent started) {
        if (on) {
            // look lets nothing escape, so there is nothing to learn from the future.
            var unused = worker.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    private void look() {
        try {
            rechecks.plan();
            while (!worker.isShutdown() && rechecks.some(AT_A_TIME) > 0) {
                // There may be more.
            }
        } catch (RuntimeException e) {
            LOG.warnf("Articles could not be looked at again now, they will be: %s", e.getMessage());
        }
    }
}
