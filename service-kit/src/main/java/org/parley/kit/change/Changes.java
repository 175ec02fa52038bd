package org.parley.kit.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.parley.kit.runtime.Columns;

/**
 * Records what a transaction changed, as rows of the change feed written in that same transaction: either both are
 * there, or neither is.
 *
 * <p>The rows are kept back and written when the transaction is about to commit, so they come last by themselves.
 *
 * <p>The feed's order is that of each transaction's <em>first</em> write, and a row lock does not settle it: PostgreSQL
 * gives a transaction its id before an UPDATE, and sometimes a SELECT FOR UPDATE, waits for the row (measured: edits of
 * one row came out as 5, 11, 6). So whoever edits what is there already calls {@link #lockFirst} before anything else.
 */
@ApplicationScoped
public class Changes {

    private static final Object KEY = new Object();

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;

    Changes(Jdbi jdbi, ObjectMapper json, Clock clock, TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Adds a change to the transaction.
     *
     * @param type what happened, such as {@code org.parley.article.stored.v1}
     * @param subject the id of the row that changed
     * @param data what the event holds; turned into JSON now, so later changes of the object do not show
     * @throws IllegalStateException outside a transaction
     */
    public void record(String type, String subject, ChangeData data) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a change is recorded in the transaction that makes it; there is none");
        }
        String written = asJson(data);
        String about = ChangeFilter.idsIn(written).toString().replace('[', '{').replace(']', '}');
        pending().add(new Row(UuidCreator.getTimeOrderedEpoch(), type, subject, clock.instant(), written, about));
    }

    /**
     * Makes this transaction wait until no other one that has locked one of these rows is running. Taken before the
     * first write it orders the edits of a row in the feed as they happened. Locks are taken in one order, whatever
     * the order here, so two transactions that lock several rows do not block each other for good.
     *
     * @param subjects what is going to change, as passed to {@link #record}, or another name that stands for it
     * @throws IllegalStateException outside a transaction, or if it has written already
     */
    public void lockFirst(Collection<String> subjects) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a lock lasts as long as its transaction; there is none");
        }
        boolean written = jdbi.withHandle(handle -> handle.createQuery("""
                        with keys as materialized (
                            select distinct hashtextextended(subject, 0) as key
                            from unnest(cast(:subjects as text[])) as subject order by 1),
                        locks as materialized (select pg_advisory_xact_lock(key) from keys)
                        select count(*) > 0 and pg_current_xact_id_if_assigned() is not null from locks""")
                .bindArray("subjects", String.class, subjects)
                .mapTo(Boolean.class)
                .one());
        if (written) {
            throw new IllegalStateException("the transaction has written already: its place in the feed is fixed");
        }
    }

    private PendingChanges pending() {
        PendingChanges pending = (PendingChanges) transaction.getResource(KEY);
        if (pending == null) {
            pending = new PendingChanges(this::write);
            transaction.putResource(KEY, pending);
            transaction.registerInterposedSynchronization(pending);
        }
        return pending;
    }

    private void write(List<Row> rows) {
        jdbi.useHandle(handle -> {
            Update update = handle.createUpdate("""
                    insert into outbox (id, type, subject, at, data, about)
                    select id, type, subject, at, cast(data as json), cast(about as uuid[])
                    from unnest(:ids, :types, :subjects, :ats, :datas, :abouts)
                        as fresh (id, type, subject, at, data, about)""");
            new Columns<>(update, rows)
                    .uuids("ids", Row::id)
                    .texts("types", Row::type)
                    .texts("subjects", Row::subject)
                    .times("ats", Row::at)
                    .texts("datas", Row::data)
                    .texts("abouts", Row::about);
            update.execute();
        });
    }

    private String asJson(ChangeData data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a change cannot be written as JSON", e);
        }
    }

    record Row(UUID id, String type, String subject, Instant at, String data, String about) {}
}
