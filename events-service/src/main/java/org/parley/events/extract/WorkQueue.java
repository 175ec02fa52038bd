package org.parley.events.extract;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.events.article.ArticleCopy.VersionId;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/**
 * Article versions that wait to be read. A claim is a lease: a worker that dies loses it, and another takes over.
 *
 * <p>Times are the database's, which all replicas share. Claims are not waited for on disk: one that is lost in a crash
 * is simply made again.
 */
@ApplicationScoped
public class WorkQueue {

    private static final int BATCH = 500;

    private final Jdbi jdbi;
    private final ExtractConfig config;

    WorkQueue(Jdbi jdbi, ExtractConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /** Adds versions; one that is there already stays as it is. */
    public static void add(Handle handle, Collection<VersionId> versions) {
        handle.createUpdate("""
                        insert into work_item (article_id, version, state, not_before, created_at)
                        select article_id, number, 'PENDING', now(), now()
                        from jsonb_to_recordset(cast(:rows as jsonb)) as x(article_id uuid, number int)
                        on conflict do nothing""").bind("rows", Json.write(versions)).execute();
    }

    /** The next version to read. Versions of one article are read one after the other, in their order. */
    Optional<WorkItem> claim(String worker) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    handle.execute("set local synchronous_commit = off");
                    return handle.createQuery("""
                            with next as (
                                select w.article_id, w.version from work_item w
                                where w.state in ('PENDING', 'RUNNING') and w.not_before <= now()
                                    and (w.state = 'PENDING' or w.leased_until < now()) and w.attempts < :most
                                    and not exists (
                                        select from work_item e
                                        where e.article_id = w.article_id and e.version < w.version
                                            and e.state in ('PENDING', 'RUNNING'))
                                order by (w.extractor is not null), w.not_before
                                for update skip locked
                                limit 1)
                            update work_item w set state = 'RUNNING', worker = :worker, attempts = w.attempts + 1,
                                leased_until = now() + make_interval(secs => :lease)
                            from next
                            where w.article_id = next.article_id and w.version = next.version
                            returning w.article_id, w.version, w.attempts""")
                            .bind("most", config.attempts())
                            .bind("worker", worker)
                            .bind("lease", (double) config.lease().toSeconds())
                            .map((row, context) -> item(row, worker))
                            .findOne();
                }));
    }

    /** Locks claims for the rest of the transaction; the answer lacks those that were lost to somebody else. */
    static Set<WorkItem> hold(Handle handle, Collection<WorkItem> items) {
        return handle.createQuery("""
                        select w.article_id, w.version, w.worker, w.attempts
                        from jsonb_to_recordset(cast(:items as jsonb)) x(article_id uuid, version int, worker text, attempt int)
                        join work_item w on w.article_id = x.article_id and w.version = x.version and w.state = 'RUNNING'
                            and w.worker = x.worker and w.attempts = x.attempt
                        order by w.article_id, w.version for update of w""")
                .bind("items", Json.write(items))
                .map((row, context) -> item(row, row.getString("worker")))
                .set();
    }

    /**
     * Lets versions be read again that another engine has read. New articles go first, and what the other engine found
     * stands until then.
     */
    void readAgain(String extractor) {
        int queued;
        do {
            queued = QuarkusTransaction.requiringNew()
                    .call(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                                    update work_item w set state = 'PENDING', attempts = 0, not_before = now(), created_at = now()
                                    from (select x.article_id, x.version from work_item x join article a on a.id = x.article_id
                                        where x.state = 'DONE' and x.extractor <> :extractor and a.state <> 'RETRACTED'
                                        limit :batch for update of x skip locked) other
                                    where w.article_id = other.article_id and w.version = other.version""")
                            .bind("extractor", extractor)
                            .bind("batch", BATCH)
                            .execute()));
        } while (queued == BATCH);
    }

    /** Ends claims that are held, in the transaction that stores their results. */
    static void done(Handle handle, Collection<WorkItem> items, String extractor) {
        handle.createUpdate("""
                        update work_item set state = 'DONE', extractor = :extractor, done_at = now(), leased_until = null,
                            last_error = null, error_at = null
                        where (article_id, version) in (
                            select article_id, version from jsonb_to_recordset(cast(:items as jsonb)) x(article_id uuid, version int))""")
                .bind("items", Json.write(items))
                .bind("extractor", extractor)
                .execute();
    }

    /** Notes a failure: tried again later, or given up after the last attempt. */
    void failed(WorkItem item, String error) {
        boolean last = item.attempt() >= config.attempts();
        Duration pause = config.pause().multipliedBy(1L << Math.min(item.attempt() - 1, 10));
        end(item, error, last ? "FAILED" : "PENDING", pause, item.attempt());
    }

    /** Puts a claim back, uncounted, because something it needs is away. */
    void postpone(WorkItem item, String error) {
        end(item, error, "PENDING", config.pause(), item.attempt() - 1);
    }

    /** Gives up what was claimed for the last time and never came back: reading it ends the process, it seems. */
    int giveUpLost() {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        update work_item set state = 'FAILED', error_at = now(), leased_until = null,
                            last_error = 'reading it ended ' || attempts || ' times without a result'
                                || coalesce('; before that: ' || last_error, '')
                        where state = 'RUNNING' and leased_until < now() and attempts >= :most""").bind("most", config.attempts()).execute());
    }

    private static WorkItem item(ResultSet row, String worker) throws SQLException {
        return new WorkItem(Rows.uuid(row, "article_id"), row.getInt("version"), worker, row.getInt("attempts"));
    }

    private void end(WorkItem item, String error, String state, Duration pause, int attempts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update work_item set state = :state, last_error = :error, error_at = now(), leased_until = null,
                            attempts = :attempts, not_before = now() + make_interval(secs => :pause)
                        where article_id = :articleId and version = :version and state = 'RUNNING'
                            and worker = :worker and attempts = :attempt""")
                .bindMap(item.names())
                .bind("state", state)
                .bind("error", error)
                .bind("attempts", attempts)
                .bind("pause", pause.toMillis() / 1000.0)
                .execute());
    }
}
