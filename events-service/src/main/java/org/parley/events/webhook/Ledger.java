package org.parley.events.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.change.ChangeData;
import org.parley.kit.change.Changes;

/** Writes down what came of attempts, many in one transaction, and what follows for the endpoint. */
@ApplicationScoped
class Ledger {

    private static final Logger LOG = Logger.getLogger(Ledger.class);

    private final Jdbi jdbi;
    private final Changes changes;
    private final WebhookConfig config;
    private final RetryPlan plan;
    private final Clock clock;

    Ledger(Jdbi jdbi, Changes changes, WebhookConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.config = config;
        this.plan = new RetryPlan(config.retryAfter());
        this.clock = clock;
    }

    void write(List<Outcome> outcomes) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    keepEndpoints(handle, outcomes);
                    deliveries(handle, outcomes);
                    attempts(handle, outcomes);
                    endpoints(handle, outcomes);
                }));
        disable(outcomes);
    }

    /** Who deletes an endpoint locks it, then its deliveries: in that order here too, or the two would wait for each other. */
    private static void keepEndpoints(Handle handle, List<Outcome> outcomes) {
        Set<UUID> endpoints = new HashSet<>();
        outcomes.forEach(each -> endpoints.add(each.delivery().endpoint()));
        handle.createQuery("""
                        select id from webhook_endpoint where id = any(cast(:ids as uuid[])) order by id for key share""")
                .bindArray("ids", String.class, EndpointRows.texts(endpoints))
                .mapTo(UUID.class)
                .list();
    }

    private void deliveries(Handle handle, List<Outcome> outcomes) {
        var batch = handle.prepareBatch("""
                update webhook_delivery set state = :state, due_at = :due, ended_at = :ended
                where id = :id and attempts = :attempt and state = 'PENDING'""");
        for (Outcome each : outcomes) {
            Optional<Instant> again = each.arrived() || each.gone()
                    ? Optional.empty()
                    : plan.after(
                            each.delivery().attempt(),
                            each.at(),
                            each.retryAfter(),
                            ThreadLocalRandom.current().nextDouble());
            String state = each.arrived() ? "DELIVERED" : again.isPresent() ? "PENDING" : "FAILED";
            batch.bind("id", each.delivery().id())
                    .bind("attempt", each.delivery().attempt())
                    .bind("state", state)
                    .bind("due", again.orElse(each.at()))
                    .bind("ended", again.isPresent() ? null : clock.instant())
                    .add();
        }
        batch.execute();
    }

    static void attempts(Handle handle, List<Outcome> outcomes) {
        // Of an endpoint that was deleted meanwhile there is nothing to note any more.
        var batch = handle.prepareBatch("""
                insert into webhook_attempt (delivery_id, at, number, millis, status, error, answer)
                select id, :at, :number, :millis, :status, :error, :answer from webhook_delivery where id = :id
                on conflict do nothing""");
        for (Outcome each : outcomes) {
            batch.bind("id", each.delivery().id())
                    .bind("at", each.at())
                    .bind("number", each.delivery().attempt())
                    .bind("millis", each.millis())
                    .bind("status", each.status())
                    .bind("error", each.error())
                    .bind("answer", each.answer())
                    .add();
        }
        batch.execute();
    }

    /** Since when nothing has arrived: the last word of each endpoint counts. */
    private static void endpoints(Handle handle, List<Outcome> outcomes) {
        Map<UUID, Instant> failing = new LinkedHashMap<>();
        Set<UUID> well = new HashSet<>();
        for (Outcome each : outcomes) {
            if (each.arrived()) {
                well.add(each.delivery().endpoint());
            } else {
                failing.putIfAbsent(each.delivery().endpoint(), each.at());
            }
        }
        handle.createUpdate("""
                        update webhook_endpoint set failing_since = null
                        where id = any(cast(:ids as uuid[])) and failing_since is not null""")
                .bindArray("ids", String.class, EndpointRows.texts(well))
                .execute();
        failing.keySet().removeAll(well);
        failing.forEach((id, since) ->
                handle.createUpdate("""
                        update webhook_endpoint set failing_since = :since where id = :id and failing_since is null""").bind("id", id).bind("since", since).execute());
    }

    private void disable(List<Outcome> outcomes) {
        Set<UUID> failed = new HashSet<>();
        Set<UUID> gone = new HashSet<>();
        outcomes.stream().filter(each -> !each.arrived()).forEach(each -> {
            failed.add(each.delivery().endpoint());
            if (each.gone()) {
                gone.add(each.delivery().endpoint());
            }
        });
        gone.forEach(id -> disable(id, "it answered 410: it wants nothing more"));
        for (UUID id : overdue(failed)) {
            disable(id, "nothing has reached it for " + config.disableAfter().toDays() + " days");
        }
    }

    private List<UUID> overdue(Collection<UUID> failed) {
        return failed.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> handle.createQuery("""
                                select id from webhook_endpoint where id = any(cast(:ids as uuid[])) and state = 'ACTIVE'
                                  and failing_since <= :before""")
                        .bindArray("ids", String.class, EndpointRows.texts(failed))
                        .bind("before", clock.instant().minus(config.disableAfter()))
                        .mapTo(UUID.class)
                        .list());
    }

    /** What the notice tells of an endpoint: all can read the feed, so neither its address nor a label. */
    record Notice(UUID id, String owner, String state, String reason) {}

    private void disable(UUID id, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            changes.lockFirst(List.of(id.toString()));
            jdbi.useHandle(handle -> EndpointRows.byId(handle, id, true)
                    .filter(EndpointRow::isActive)
                    .ifPresent(row -> {
                        EndpointRows.state(handle, id, "DISABLED", reason);
                        changes.record(
                                "org.parley.webhook.disabled.v1",
                                id.toString(),
                                new ChangeData(
                                        new Notice(id, row.owner(), "ACTIVE", null),
                                        new Notice(id, row.owner(), "DISABLED", reason),
                                        "DELIVERY"));
                        LOG.warnf("Webhook endpoint %s is disabled: %s", id, reason);
                    }));
        });
    }

    /** Removes from the log what arrived, or was seen to, long ago; what failed stays. */
    int clean() {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        delete from webhook_delivery where id in (select id from webhook_delivery
                            where state in ('DELIVERED', 'DISMISSED') and ended_at < :before limit 500)""")
                .bind("before", clock.instant().minus(config.keepDelivered()))
                .execute());
    }
}
