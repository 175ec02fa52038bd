package org.parley.sources.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Claims feeds whose time has come. A claim takes the lane of the feed's host, so that replicas never poll one feed
 * twice, nor one host at once; a claim whose holder died ends with the lane's time.
 */
@ApplicationScoped
class DueFeeds {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Jdbi jdbi;
    private final Clock clock;

    DueFeeds(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** At most so many, each of another host, the longest due first; the host's lane has to be left afterwards. */
    List<Due> claim(int most) {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    handle.createUpdate("""
                            insert into host_lane (host, busy_until)
                            select distinct f.host, cast('-infinity' as timestamptz) from feed f
                            where f.state = 'ACTIVE' and f.next_poll_at <= :now
                              and not exists (select 1 from host_lane l where l.host = f.host)
                            order by 1 on conflict do nothing""").bind("now", now).execute();
                    List<String> hosts = handle.createQuery("""
                            select l.host from host_lane l
                            where l.busy_until <= :now and exists (
                                select 1 from feed f join outlet o on o.id = f.outlet_id
                                where f.host = l.host and f.state = 'ACTIVE' and o.state = 'ACTIVE' and f.next_poll_at <= :now)
                            order by l.busy_until limit :most for update of l skip locked""")
                            .bind("now", now)
                            .bind("most", most)
                            .mapTo(String.class)
                            .list();
                    if (hosts.isEmpty()) {
                        return List.of();
                    }
                    handle.createUpdate("update host_lane set busy_until = :until where host = any(:hosts)")
                            .bind("until", now.plus(LONGEST))
                            .bindArray("hosts", String.class, hosts)
                            .execute();
                    // Another replica may have polled a feed between its look and its lock: so they are looked at again
                    // now.
                    List<Due> due = handle.createQuery("""
                            select distinct on (f.host) f.id, f.url, f.host, f.etag, f.last_modified
                            from feed f join outlet o on o.id = f.outlet_id
                            where f.host = any(:hosts) and f.state = 'ACTIVE' and o.state = 'ACTIVE' and f.next_poll_at <= :now
                            order by f.host, f.next_poll_at""")
                            .bind("now", now)
                            .bindArray("hosts", String.class, hosts)
                            .map((row, context) -> due(row))
                            .list();
                    List<String> idle = new ArrayList<>(hosts);
                    due.forEach(feed -> idle.remove(feed.host()));
                    handle.createUpdate("update host_lane set busy_until = :now where host = any(:idle)")
                            .bind("now", now)
                            .bindArray("idle", String.class, idle)
                            .execute();
                    return due;
                }));
    }

    static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("id", java.util.UUID.class),
                row.getString("url"),
                row.getString("host"),
                row.getString("etag"),
                row.getString("last_modified"));
    }
}
