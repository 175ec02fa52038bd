package org.parley.events.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes deliveries that are due. Taking one moves its time to when it counts as lost: a process that dies with it needs
 * no cleaning up after.
 */
@ApplicationScoped
class Claims {

    private final Jdbi jdbi;
    private final WebhookConfig config;
    private final Clock clock;

    Claims(Jdbi jdbi, WebhookConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Some of what is due.
     *
     * @param full endpoints that have enough in hand here
     * @param quick endpoints that get many at once; the others get few
     */
    List<Claimed> take(Collection<UUID> full, Collection<UUID> quick, int few, int many) {
        Instant now = clock.instant();
        Instant until = now.plus(config.lease());
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with due as materialized (
                            select d.id, d.xid, d.seq from webhook_endpoint e cross join lateral (
                                select w.id, w.xid, w.seq from webhook_delivery w
                                where w.endpoint_id = e.id and w.state = 'PENDING' and w.due_at <= :now
                                order by w.due_at, w.id
                                limit case when e.id = any(cast(:quick as uuid[])) then :many else :few end
                                for update skip locked) d
                            where e.state = 'ACTIVE' and e.id <> all(cast(:full as uuid[])))
                        update webhook_delivery d set due_at = :until, attempts = d.attempts + 1
                        from due left join outbox o on o.xid = due.xid and o.seq = due.seq
                        where d.id = due.id
                        returning d.id, d.endpoint_id, d.event_id, d.type, d.subject, d.attempts,
                            coalesce(o.at, d.told_at, d.created_at) as at, coalesce(o.data, d.data)::text as data""")
                .bind("now", now)
                .bind("until", until)
                .bind("few", few)
                .bind("many", many)
                .bindArray("quick", String.class, EndpointRows.texts(quick))
                .bindArray("full", String.class, EndpointRows.texts(full))
                .map((row, context) -> new Claimed(
                        row.getLong("id"),
                        row.getObject("endpoint_id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("data"),
                        row.getInt("attempts"),
                        until))
                .list());
    }
}
