package org.parley.sources.job;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.parley.sources.article.BulkIntake;
import org.parley.sources.article.BulkIntake.Checked;

/**
 * Stores the rows of a job behind what it has done. A batch that cannot be stored is halved until the row is alone that
 * stands in the way: rows before it are stored, and a row whose own data the database refuses is refused by itself.
 */
final class BatchWriter {

    private final Jobs jobs;
    private final BulkIntake intake;
    private final ImportJob job;
    private final Supplier<Instant> until;
    private int done;

    BatchWriter(Jobs jobs, BulkIntake intake, ImportJob job, Supplier<Instant> until) {
        this.jobs = jobs;
        this.intake = intake;
        this.job = job;
        this.until = until;
        this.done = job.done();
    }

    /** A row cannot be stored, and it is not known to be the row's own fault. */
    static final class Stuck extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int done;

        Stuck(int done, Checked article, RuntimeException cause) {
            super(
                    "row %d could not be stored, and the rows behind it wait; the log of the service says why"
                            .formatted(article.entry().line()),
                    cause);
            this.done = done;
        }

        /** Rows that were finished before it. */
        int done() {
            return done;
        }
    }

    /** @return false if the job was ended or taken over meanwhile */
    boolean store(List<Checked> batch) {
        try {
            intake.take(batch, job.dryRun(), results -> {
                if (!jobs.count(job.id(), done, results, until.get())) {
                    throw new Ended();
                }
            });
            done += batch.size();
            return true;
        } catch (Ended e) {
            return false;
        } catch (RuntimeException e) {
            if (batch.size() > 1) {
                int half = batch.size() / 2;
                return store(batch.subList(0, half)) && store(batch.subList(half, batch.size()));
            }
            Checked article = batch.get(0);
            if (article.problem() == null && isOfTheData(e)) {
                return store(List.of(article.refused("holds something that the database cannot keep")));
            }
            throw new Stuck(done, article, e);
        }
    }

    /** SQLSTATE classes: data, integrity, a limit of the database. */
    private static boolean isOfTheData(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().matches("(22|23|54)...");
            }
        }
        return false;
    }

    /** Rolls back a batch of a job that somebody ended or took over. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
