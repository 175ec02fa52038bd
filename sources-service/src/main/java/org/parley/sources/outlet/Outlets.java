package org.parley.sources.outlet;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;

/** The outlets by name; one is made when its name is first seen. */
@ApplicationScoped
public class Outlets {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Jdbi jdbi;
    private final Changes changes;
    private final Clock clock;
    /** Asked for with each article, and rarely edited: what another replica edited shows here a moment later. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(OutletView outlet, Instant until) {}

    Outlets(Jdbi jdbi, Changes changes, Clock clock) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * The outlet with this name, made if there is none. It commits on its own: were it part of the article's
     * transaction, imports of many articles would wait for each other.
     *
     * @param homepage where its articles are, for a new one; may be null
     */
    public OutletView named(String name, String homepage) {
        Instant now = clock.instant();
        return known.compute(
                        name.toLowerCase(Locale.ROOT),
                        (key, before) -> before != null && before.until().isAfter(now)
                                ? before
                                : new Known(load(name, homepage), now.plus(KEPT)))
                .outlet();
    }

    /** To be called when an outlet was edited. */
    void forget() {
        known.clear();
    }

    private OutletView load(String name, String homepage) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        jdbi.withHandle(handle -> find(handle, name).orElseGet(() -> make(handle, name, homepage))));
    }

    private Optional<OutletView> find(Handle handle, String name) {
        return handle.createQuery(OutletRows.SELECT + " where lower(o.name) = lower(:name)")
                .bind("name", name)
                .map((row, context) -> OutletRows.read(row))
                .findOne();
    }

    private OutletView make(Handle handle, String name, String homepage) {
        OutletView outlet = new OutletView(
                UuidCreator.getTimeOrderedEpoch(), name, homepage, "UNKNOWN", null, null, "ACTIVE", null, 1);
        int made = handle.execute(
                "insert into outlet (id, name, homepage, known_at) values (?, ?, ?, ?) on conflict do nothing",
                outlet.id(),
                name,
                homepage,
                clock.instant());
        if (made == 0) {
            // Somebody else made it while we looked; their row is committed now.
            return find(handle, name).orElseThrow();
        }
        changes.record("org.parley.outlet.created.v1", outlet.id().toString(), new ChangeData(null, outlet, "INTAKE"));
        return outlet;
    }
}
