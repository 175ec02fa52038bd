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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.parley.sources.article.BulkIntake;
import org.parley.sources.article.BulkIntake.Checked;
import org.parley.sources.article.BulkIntake.Entry;
import org.parley.sources.article.StoringThread;

/**
 * Runs imports, one at a time in each replica. Each batch is stored and counted in one transaction, so a job whose
 * worker was killed goes on behind the last batch, with nothing lost and nothing done twice. A job that gets no further
 * is started again a few times, each time after a longer wait, and then fails with what kept it.
 */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final long LOOK_AGAIN_MILLIS = 300;
    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final int MOST_ATTEMPTS = 5;

    /** A transaction holds back the change feed while it runs. */
    private static final int MOST_ENTRIES = 500;

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Jobs jobs;
    private final BulkIntake intake;
    private final Jdbi jdbi;
    private final Clock clock;
    private final Duration firstWait;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "imports"));

    JobRunner(
            Jobs jobs,
            BulkIntake intake,
            Jdbi jdbi,
            Clock clock,
            @ConfigProperty(name = "parley.jobs.first-wait", defaultValue = "2s") Duration firstWait) {
        this.jobs = jobs;
        this.intake = intake;
        this.jdbi = jdbi;
        this.clock = clock;
        this.firstWait = firstWait;
    }

    void start(@Observes StartupEvent started) {
        // Neither lets anything escape, so there is nothing to learn from the futures.
        var runs = worker.scheduleWithFixedDelay(
                this::runAll, LOOK_AGAIN_MILLIS, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        var sweeps = worker.scheduleWithFixedDelay(this::sweep, 0, 1, TimeUnit.MINUTES);
        LOG.debugf("Running imports: %s, %s", runs, sweeps);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    private void sweep() {
        try {
            jobs.sweep();
        } catch (RuntimeException e) {
            LOG.warnf("Old uploads cannot be cleared away now, they will be: %s", e.getMessage());
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
            if (job.attempts() > MOST_ATTEMPTS) {
                // Its workers died before they could say anything.
                end(job, "importing stopped %d times behind row %d".formatted(MOST_ATTEMPTS, job.done()), true);
            } else if (readAll(job)) {
                QuarkusTransaction.requiringNew().run(() -> jobs.end(job.id(), ImportJob.State.DONE, null, false));
            }
        } catch (Entries.Unreadable e) {
            end(job, e.getMessage(), false);
        } catch (IOException e) {
            LOG.infof("The file of import %s cannot be read: %s", job.id(), e.getMessage());
            end(job, "the file cannot be read to its end", false);
        } catch (BatchWriter.Stuck e) {
            LOG.warnf(e, "Import %s gets no further", job.id());
            stuck(job, e);
        }
    }

    /** What went further since the job was claimed makes this its first attempt at where it stands now. */
    private void stuck(ImportJob job, BatchWriter.Stuck stuck) {
        int attempts = stuck.done() > job.done() ? 1 : job.attempts();
        if (attempts == MOST_ATTEMPTS) {
            end(job, stuck.getMessage(), true);
        } else {
            Instant again = clock.instant().plus(firstWait.multipliedBy(1L << (2 * (attempts - 1))));
            QuarkusTransaction.requiringNew().run(() -> jobs.later(job.id(), stuck.getMessage(), again));
        }
    }

    /** @return false if it was ended meanwhile, or this service is stopping */
    private boolean readAll(ImportJob job) throws IOException, Entries.Unreadable {
        BatchWriter writer = new BatchWriter(jobs, intake, job, this::until);
        try (Upload upload = new Upload(jdbi, job.id());
                StoringThread storing = new StoringThread()) {
            Entries entries = Entries.of(job.format(), upload, job.bytes());
            return read(job, entries, batch -> storing.then(() -> !worker.isShutdown() && writer.store(batch)))
                    && storing.finish();
        }
    }

    private interface Storing {

        boolean store(List<Checked> batch) throws IOException;
    }

    private boolean read(ImportJob job, Entries entries, Storing storing) throws IOException, Entries.Unreadable {
        List<Checked> batch = new ArrayList<>();
        int bytes = 0;
        int passed = 0;
        for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
            if (passed < job.done()) {
                // Counted before this worker took over.
                passed++;
                continue;
            }
            batch.add(intake.check(entry));
            bytes += entry.raw() == null ? 0 : entry.raw().length;
            if (batch.size() == MOST_ENTRIES || bytes >= MOST_BYTES) {
                if (!storing.store(batch)) {
                    return false;
                }
                batch = new ArrayList<>();
                bytes = 0;
            }
        }
        return batch.isEmpty() || storing.store(batch);
    }

    private void end(ImportJob job, String error, boolean keep) {
        QuarkusTransaction.requiringNew().run(() -> jobs.end(job.id(), ImportJob.State.FAILED, error, keep));
    }

    private Instant until() {
        return clock.instant().plus(CLAIM);
    }
}
