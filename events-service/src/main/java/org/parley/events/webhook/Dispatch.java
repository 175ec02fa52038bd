package org.parley.events.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.change.ChangeCursor;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.change.ChangeFilter;

/**
 * Turns the change feed into deliveries. Each endpoint has a place of its own in the feed, which moves in the same
 * transaction that stores what is to be delivered: whatever ends the process, nothing is skipped. Endpoints at the same
 * place, as all are that keep up, are served together.
 */
@ApplicationScoped
class Dispatch {

    /** Rows of the feed looked at in a transaction, which has to be short: it holds the feed back. */
    private static final int ROWS = 1_000;

    /** An endpoint with so many deliveries to go is not given more: they are not lost, the feed keeps them. */
    private static final int BACKLOG = 10_000;

    private final Jdbi jdbi;
    private final ChangeFeed feed;
    private final Clock clock;

    Dispatch(Jdbi jdbi, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.feed = feed;
        this.clock = clock;
    }

    private record Group(ChangeCursor place, List<UUID> endpoints) {}

    /** One step; false if there was nothing to do, or another replica does it. */
    boolean step() {
        ChangeCursor start = feed.place(null);
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> locked(handle) && serve(handle, start)));
    }

    private boolean serve(Handle handle, ChangeCursor start) {
        Optional<Group> group = furthestBehind(handle);
        if (group.isEmpty()) {
            return false;
        }
        ChangeCursor from = group.get().place();
        if (!from.epoch().equals(start.epoch())) {
            // Restored elsewhere: the numbers of transactions mean nothing here. The log tells what was created
            // already.
            group.get().endpoints().forEach(id -> EndpointRows.move(handle, id, start));
            return true;
        }
        Optional<ChangeCursor> end = feed.ahead(handle, from, ROWS);
        if (end.isEmpty()) {
            return false;
        }
        List<UUID> held = hold(handle, group.get());
        deliver(handle, held, from, end.get());
        held.forEach(id -> EndpointRows.move(handle, id, end.get()));
        return true;
    }

    private static boolean locked(Handle handle) {
        return handle.createQuery("select pg_try_advisory_xact_lock(hashtext('parley webhooks'))")
                .mapTo(Boolean.class)
                .one();
    }

    private static Optional<Group> furthestBehind(Handle handle) {
        return handle.createQuery("""
                        select e.epoch, e.xid::text as xid_text, e.seq, array_agg(e.id) as ids
                        from webhook_endpoint e
                        where e.state = 'ACTIVE'
                          and (select count(*) from (select 1 from webhook_delivery d
                                where d.endpoint_id = e.id and d.state = 'PENDING' limit :backlog) b) < :backlog
                        group by e.epoch, e.xid, e.seq
                        order by e.xid, e.seq
                        limit 1""")
                .bind("backlog", BACKLOG)
                .map((row, context) -> new Group(
                        new ChangeCursor(
                                row.getObject("epoch", UUID.class),
                                Long.parseUnsignedLong(row.getString("xid_text")),
                                row.getLong("seq")),
                        Arrays.asList((UUID[]) row.getArray("ids").getArray())))
                .findOne();
    }

    /** Those that are still there and at that place, held until the transaction ends. */
    private static List<UUID> hold(Handle handle, Group group) {
        return handle.createQuery("""
                        select id from webhook_endpoint
                        where id = any(cast(:ids as uuid[])) and state = 'ACTIVE' and seq = :seq
                          and xid = cast(cast(:xid as text) as xid8)
                        for no key update""")
                .bindArray("ids", String.class, EndpointRows.texts(group.endpoints()))
                .bind("xid", Long.toUnsignedString(group.place().xid()))
                .bind("seq", group.place().seq())
                .mapTo(UUID.class)
                .list();
    }

    private void deliver(Handle handle, List<UUID> endpoints, ChangeCursor from, ChangeCursor to) {
        handle.createUpdate("""
                        insert into webhook_delivery (endpoint_id, event_id, type, subject, xid, seq, state, due_at, created_at)
                        select e.id, o.id, o.type, o.subject, o.xid, o.seq, 'PENDING', :now, :now
                        from outbox o join webhook_endpoint e on o.type like any(e.types)
                            and (cardinality(e.proposals) = 0 or o.about && e.proposals)
                            and (cardinality(e.actors) = 0 or o.about && e.actors)
                            and (cardinality(e.outlets) = 0 or o.about && e.outlets)
                            and (e.origins is null or %s)
                        where e.id = any(cast(:ids as uuid[]))
                          and (o.xid, o.seq) > (cast(cast(:fromXid as text) as xid8), :fromSeq)
                          and (o.xid, o.seq) <= (cast(cast(:toXid as text) as xid8), :toSeq)
                        order by o.xid, o.seq
                        on conflict (endpoint_id, event_id) do nothing""".formatted(ChangeFilter.REACHES.formatted("e.origins")))
                .bind("now", clock.instant())
                .bindArray("ids", String.class, EndpointRows.texts(endpoints))
                .bind("fromXid", Long.toUnsignedString(from.xid()))
                .bind("fromSeq", from.seq())
                .bind("toXid", Long.toUnsignedString(to.xid()))
                .bind("toSeq", to.seq())
                .execute();
    }
}
