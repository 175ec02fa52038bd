package org.parley.sources.page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** One request at a time to a host, whichever replica sends it. A lane that was not left opens by itself. */
@ApplicationScoped
public class HostLanes {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Jdbi jdbi;
    private final Clock clock;

    HostLanes(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Whether the host may be asked now; then {@link #leave} has to follow. */
    public boolean enter(String host) {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew()
                        .call(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into host_lane as lane (host, busy_until) values (:host, :until)
                        on conflict (host) do update set busy_until = excluded.busy_until
                        where lane.busy_until <= :now""")
                                .bind("host", host)
                                .bind("until", now.plus(LONGEST))
                                .bind("now", now)
                                .execute()))
                == 1;
    }

    /** Opens the lane again. */
    public void leave(String host) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(
                        handle -> handle.createUpdate("update host_lane set busy_until = :now where host = :host")
                                .bind("now", clock.instant())
                                .bind("host", host)
                                .execute()));
    }
}
