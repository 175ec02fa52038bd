package org.parley.sources.job;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.runtime.Columns;
import org.parley.sources.article.Arrivals;
import org.parley.sources.article.BulkIntake;
import org.parley.sources.article.StoringThread;
import org.parley.sources.audit.Audit;

/** Imports as rows: made with their whole file, claimed, counted on, ended. */
@ApplicationScoped
class Jobs {

    /** An upload of which nothing came for so long is broken off. */
    private static final Duration UPLOAD_PAUSE = Duration.ofMinutes(10);

    /** How long the file of a failed job waits for somebody to resume it. */
    private static final Duration KEPT = Duration.ofDays(7);

    /** With whether a failed job could go on. */
    static final String COLUMNS = """
            *, state = 'FAILED' and exists (select 1 from import_chunk c where c.job_id = import_job.id) as resumable""";

    private static final long MOST_BYTES = 2L * 1024 * 1024 * 1024;

    private final Jdbi jdbi;
    private final Audit audit;
    private final Clock clock;
    private final Arrivals arrivals;

    Jobs(Jdbi jdbi, Audit audit, Clock clock, Arrivals arrivals) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    /** The job that was made before with that key. */
    Optional<ImportJob> withKey(String key) {
        return key == null ? Optional.empty() : find("idempotency_key = :value", key);
    }

    Optional<ImportJob> get(UUID id) {
        return find("id = :value", id);
    }

    private Optional<ImportJob> find(String condition, Object value) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from import_job where " + condition)
                .bind("value", value)
                .map((row, context) -> ImportJob.read(row))
                .findOne());
    }

    /** Keeps the file, then lets the job wait for its turn: answered means that nothing of it can be lost. */
    ImportJob make(InputStream body, String file, ImportJob.Format format, boolean dryRun, String key)
            throws IOException {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant();
        Audit.Actor actor = audit.actor();
        int made = QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into import_job (id, idempotency_key, who, caller, file, format, dry_run, state, bytes,
                            done, stored, new_versions, unchanged, refused, created_at, claimed_until)
                        values (:id, :key, :who, :caller, :file, :format, :dryRun, 'UPLOADING', 0, 0, 0, 0, 0, 0, :now, :now)
                        on conflict (idempotency_key) do nothing""")
                        .bind("id", id)
                        .bind("key", key)
                        .bind("who", actor.name())
                        .bind("caller", actor.caller())
                        .bind("file", file)
                        .bind("format", format.name())
                        .bind("dryRun", dryRun)
                        .bind("now", now)
                        .execute()));
        if (made == 0) {
            throw new ProblemException(
                    ErrorCode.CONFLICT, "Another upload with this Idempotency-Key is still on its way.");
        }
        try {
            long bytes = keep(body, id);
            QuarkusTransaction.requiringNew().run(() -> {
                jdbi.useHandle(handle ->
                        handle.execute("update import_job set state = 'WAITING', bytes = ? where id = ?", bytes, id));
                audit.note(actor, "job.import", "job", id, null, get(id).orElseThrow());
            });
        } catch (IOException | RuntimeException e) {
            // Nobody was told that the file is here: it can come again at once.
            drop(id);
            throw e;
        }
        return get(id).orElseThrow();
    }

    /** Keeps a piece while the next one arrives. */
    private long keep(InputStream body, UUID id) throws IOException {
        long bytes = 0;
        int number = 0;
        try (StoringThread storing = new StoringThread()) {
            for (byte[] piece = body.readNBytes(Upload.PIECE);
                    piece.length > 0;
                    piece = body.readNBytes(Upload.PIECE)) {
                byte[] read = piece;
                int at = number++;
                bytes += read.length;
                if (bytes > MOST_BYTES) {
                    throw ProblemException.at(ErrorCode.LIMIT_EXCEEDED, 413, null, "the file is larger than 2 GB");
                }
                arrivals.comeSoon();
                storing.then(() -> keep(read, id, at));
            }
            storing.finish();
        }
        return bytes;
    }

    private boolean keep(byte[] piece, UUID id, int number) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    handle.execute(
                            "insert into import_chunk (job_id, number, bytes) values (?, ?, ?)", id, number, piece);
                    handle.execute("update import_job set claimed_until = ? where id = ?", clock.instant(), id);
                }));
        return true;
    }

    /** Forgets uploads that broke off, whose sender has no answer, and the files of failed jobs nobody resumed. */
    void sweep() {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(
                                "select id from import_job where state = 'UPLOADING' and claimed_until < ?")
                        .bind(0, now.minus(UPLOAD_PAUSE))
                        .mapTo(UUID.class)
                        .list()))
                .forEach(this::drop);
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute("""
                delete from import_chunk c using import_job j
                where j.id = c.job_id and j.state = 'FAILED' and j.ended_at < ?""", now.minus(KEPT))));
    }

    private void drop(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    handle.execute("delete from import_chunk where job_id = ?", id);
                    handle.execute("delete from import_job where id = ?", id);
                }));
    }

    /** Ends a job that is not over, or that could go on; what it stored stays. */
    ImportJob cancel(UUID id) {
        return changed(id, "job.cancel", before -> end(id, ImportJob.State.CANCELLED, before.error(), false));
    }

    /** Lets a job that failed go on behind what it stored. */
    ImportJob resume(UUID id) {
        return changed(id, "job.resume", before -> {
            if (!before.resumable()) {
                throw new ProblemException(
                        ErrorCode.CONFLICT,
                        before.state() == ImportJob.State.FAILED
                                ? "The job's file is not here any more, or cannot be read: send it again."
                                : "The job has not failed: it is " + before.state() + ".");
            }
            jdbi.useHandle(handle -> handle.execute("""
                    update import_job set state = 'WAITING', attempts = 0, error = null, ended_at = null, claimed_until = ?
                    where id = ?""", clock.instant(), id));
        });
    }

    private ImportJob changed(UUID id, String action, Consumer<ImportJob> change) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            jdbi.useHandle(handle -> handle.execute("select 1 from import_job where id = ? for update", id));
            ImportJob before = get(id).orElseThrow(Jobs::unknown);
            change.accept(before);
            ImportJob after = get(id).orElseThrow();
            audit.note(action, "job", id, before, after);
            return after;
        });
    }

    static ProblemException unknown() {
        return ProblemException.notFound("No job has this id.");
    }

    /** Takes the job that waits longest, or one whose worker is gone; nobody else gets it until then. */
    Optional<ImportJob> claim(Instant until) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        update import_job set state = 'RUNNING', attempts = attempts + 1,
                            started_at = coalesce(started_at, :now), claimed_until = :until
                        where id = (
                            select id from import_job
                            where state in ('WAITING', 'RUNNING') and claimed_until <= :now
                            order by created_at limit 1 for update skip locked)
                        returning *, false as resumable""")
                        .bind("now", clock.instant())
                        .bind("until", until)
                        .map((row, context) -> ImportJob.read(row))
                        .findOne()));
    }

    /**
     * Counts results and keeps them, within the transaction that stores the articles.
     *
     * @return false if the job was ended or taken over meanwhile: then that transaction must not commit
     */
    boolean count(UUID id, int expected, List<BulkIntake.Result> results, Instant until) {
        return jdbi.withHandle(handle -> {
            int counted = handle.createUpdate("""
                            update import_job set done = done + :done, stored = stored + :stored,
                                new_versions = new_versions + :versions, unchanged = unchanged + :unchanged,
                                refused = refused + :refused, claimed_until = :until,
                                attempts = 1, error = null
                            where id = :id and state = 'RUNNING' and done = :expected""")
                    .bind("done", results.size())
                    .bind("stored", of(results, "STORED"))
                    .bind("versions", of(results, "NEW_VERSION"))
                    .bind("unchanged", of(results, "UNCHANGED"))
                    .bind("refused", of(results, "REFUSED"))
                    .bind("until", until)
                    .bind("id", id)
                    .bind("expected", expected)
                    .execute();
            if (counted == 1 && !results.isEmpty()) {
                Update rows = handle.createUpdate("""
                                insert into import_row (job_id, line, name, fate, article_id, version, problem)
                                select :id, * from unnest(:lines, :names, :fates, :articles, :versions, :problems)""").bind("id", id);
                new Columns<>(rows, results)
                        .ints("lines", BulkIntake.Result::line)
                        .texts("names", BulkIntake.Result::name)
                        .texts("fates", BulkIntake.Result::fate)
                        .uuids("articles", BulkIntake.Result::articleId)
                        .ints("versions", BulkIntake.Result::version)
                        .texts("problems", BulkIntake.Result::problem);
                rows.execute();
            }
            return counted == 1;
        });
    }

    private static long of(List<BulkIntake.Result> results, String fate) {
        return results.stream().filter(result -> result.fate().equals(fate)).count();
    }

    /** Says why a job got no further, and when it starts again. */
    void later(UUID id, String error, Instant again) {
        jdbi.useHandle(handle -> handle.execute(
                "update import_job set state = 'WAITING', error = ?, claimed_until = ? where id = ? and state = 'RUNNING'",
                error,
                again,
                id));
    }

    /**
     * Puts a job that is not over, or that could go on, into its last state.
     *
     * @param keep whether its file stays, so that it can be resumed
     */
    void end(UUID id, ImportJob.State state, String error, boolean keep) {
        jdbi.useHandle(handle -> {
            int ended = handle.createUpdate("""
                            update import_job set state = :state, error = :error, ended_at = :now
                            where id = :id and (state in ('WAITING', 'RUNNING') or state = 'FAILED'
                                and exists (select 1 from import_chunk c where c.job_id = import_job.id))""")
                    .bind("state", state.name())
                    .bind("error", error)
                    .bind("now", clock.instant())
                    .bind("id", id)
                    .execute();
            if (ended == 1 && !keep) {
                handle.execute("delete from import_chunk where job_id = ?", id);
            }
        });
    }
}
