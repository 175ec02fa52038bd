package org.parley.sources.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.parley.sources.article.BulkIntake;
import org.parley.sources.article.BulkIntake.Entry;

/**
 * Runs imports, one at a time in each replica. Each batch is stored and counted in one transaction, so a job whose
 * worker was killed goes on behind the last batch, with nothing lost and nothing done twice.
 */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final long LOOK_AGAIN_MILLIS = 300;
    private static final Duration CLAIM = Duration.ofMinutes(1);

    /** A transaction holds back the change feed while it runs. */
    private static final int MOST_ENTRIES = 500;

    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Jobs jobs;
    private final BulkIntake intake;
    private final Jdbi jdbi;
    private final Clock clock;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "imports"));

    JobRunner(Jobs jobs, BulkIntake intake, Jdbi jdbi, Clock clock) {
        this.jobs = jobs;
        this.intake = intake;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        // runAll lets nothing escape, so there is nothing to learn from the future.
        var unused = worker.scheduleWithFixedDelay(
                this::runAll, LOOK_AGAIN_MILLIS, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    private void runAll() {
        try {
            Optional<ImportJob> job = jobs.claim(until());
            while (job.isPresent() && !worker.isShutdown()) {
                run(job.get());
                job = jobs.claim(until());
            }
        } catch (RuntimeException e) {
            // The job is claimed again when its time is over; thrown on, this look would be the last.
            LOG.warnf("Imports cannot run now, they will: %s", e.getMessage());
        }
    }

    private void run(ImportJob job) {
        try {
            boolean finished = readAll(job);
            if (finished) {
                end(job, ImportJob.State.DONE, null);
            }
        } catch (Entries.Unreadable e) {
            end(job, ImportJob.State.FAILED, e.getMessage());
        } catch (IOException e) {
            LOG.infof("The file of import %s cannot be read: %s", job.id(), e.getMessage());
            end(job, ImportJob.State.FAILED, "the file cannot be read to its end");
        }
    }

    /** @return false if it was ended meanwhile, or this service is stopping */
    private boolean readAll(ImportJob job) throws IOException, Entries.Unreadable {
        Entries entries = Entries.of(job.format(), new Upload(jdbi, job.id()), job.bytes());
        List<Entry> batch = new ArrayList<>();
        int bytes = 0;
        int done = 0;
        for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
            if (done < job.done()) {
                // Counted before this worker took over.
                done++;
                continue;
            }
            batch.add(entry);
            bytes += entry.raw() == null ? 0 : entry.raw().length;
            if (batch.size() == MOST_ENTRIES || bytes >= MOST_BYTES) {
                if (worker.isShutdown() || !store(job, done, batch)) {
                    return false;
                }
                done += batch.size();
                batch.clear();
                bytes = 0;
            }
        }
        return batch.isEmpty() || store(job, done, batch);
    }

    private boolean store(ImportJob job, int done, List<Entry> batch) {
        try {
            intake.take(batch, job.dryRun(), results -> {
                if (!jobs.count(job.id(), done, results, until())) {
                    throw new Ended();
                }
            });
            return true;
        } catch (Ended e) {
            return false;
        }
    }

    private void end(ImportJob job, ImportJob.State state, String error) {
        QuarkusTransaction.requiringNew().run(() -> jobs.end(job.id(), state, error));
    }

    private Instant until() {
        return clock.instant().plus(CLAIM);
    }

    /** Rolls back a batch of a job that somebody ended or took over. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
