package org.parley.events.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.page.SecretBox;

/**
 * The threads that send: one makes deliveries of the feed, one claims them, a few for each endpoint send, and one writes
 * down what came of it. Several replicas can run them side by side.
 */
@ApplicationScoped
class Sending {

    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration CLEAN_EVERY = Duration.ofMinutes(10);
    private static final int MANY = 64;
    private static final int WRITTEN_AT_ONCE = 500;

    private final Jdbi jdbi;
    private final Dispatch dispatch;
    private final Claims claims;
    private final Post post;
    private final Ledger ledger;
    private final SecretBox box;
    private final WebhookConfig config;
    private final Clock clock;

    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();
    private final Map<UUID, EndpointRow> endpoints = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ExecutorService senders = Executors.newCachedThreadPool(work -> thread("webhook-send", work));
    private volatile boolean stopping;
    /** Of the thread that writes alone. */
    private Instant cleaned = Instant.EPOCH;

    Sending(
            Jdbi jdbi,
            Dispatch dispatch,
            Claims claims,
            Post post,
            Ledger ledger,
            SecretBox box,
            WebhookConfig config,
            Clock clock) {
        this.jdbi = jdbi;
        this.dispatch = dispatch;
        this.claims = claims;
        this.post = post;
        this.ledger = ledger;
        this.box = box;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            threads.add(thread("webhook-dispatch", () -> repeat(dispatch::step)));
            threads.add(thread("webhook-claim", () -> repeat(this::claim)));
            threads.add(thread("webhook-log", () -> repeat(this::write)));
            threads.forEach(Thread::start);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        this.stopping = true;
        senders.shutdown();
        senders.awaitTermination(2, TimeUnit.SECONDS);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(5).toMillis());
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private interface Step {
        boolean go() throws InterruptedException;
    }

    private void repeat(Step step) {
        while (!stopping || !outcomes.isEmpty()) {
            try {
                if (!step.go()) {
                    Thread.sleep(LOOK_AGAIN.toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Webhooks have to wait, trying again: %s", e.toString());
                LOG.debug("The failure", e);
                if (!rested()) {
                    return;
                }
            }
            if (stopping && !Thread.currentThread().getName().equals("webhook-log")) {
                return;
            }
        }
    }

    private static boolean rested() {
        try {
            Thread.sleep(Duration.ofSeconds(1).toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean claim() {
        Set<UUID> full = lanes.entrySet().stream()
                .filter(lane -> lane.getValue().isFull())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<UUID> quick = lanes.entrySet().stream()
                .filter(lane -> lane.getValue().isQuick())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Claimed> claimed = claims.take(full, quick, Lane.CONNECTIONS, MANY);
        if (claimed.isEmpty()) {
            return false;
        }
        refresh();
        for (Claimed each : claimed) {
            Lane lane = lanes.computeIfAbsent(each.endpoint(), id -> new Lane());
            lane.add(each);
            if (lane.start()) {
                senders.execute(() -> send(lane));
            }
        }
        return true;
    }

    /** Addresses and secrets as they are now; what was deleted goes. */
    private void refresh() {
        Map<UUID, EndpointRow> now = new HashMap<>();
        jdbi.useHandle(handle -> EndpointRows.active(handle).forEach(row -> now.put(row.id(), row)));
        endpoints.keySet().retainAll(now.keySet());
        lanes.keySet().retainAll(now.keySet());
        endpoints.putAll(now);
    }

    private void send(Lane lane) {
        for (Claimed each = lane.next(); each != null; each = lane.next()) {
            EndpointRow endpoint = endpoints.get(each.endpoint());
            // Too late, or not wanted any more: whoever finds it due again sends it.
            if (endpoint != null
                    && !stopping
                    && clock.instant()
                            .isBefore(each.until().minus(config.lease().dividedBy(2)))) {
                Outcome outcome = attempt(each, endpoint);
                lane.note(outcome);
                outcomes.add(outcome);
            }
        }
    }

    private Outcome attempt(Claimed delivery, EndpointRow endpoint) {
        try {
            List<String> secrets =
                    endpoint.secrets(clock.instant()).stream().map(box::unlock).toList();
            return post.send(delivery, endpoint.wanted().url(), secrets);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Delivery %d failed in a way that is ours", delivery.id());
            return new Outcome(delivery, clock.instant(), 0, null, "it failed here; our log has it", null, null);
        }
    }

    private boolean write() throws InterruptedException {
        Outcome first = outcomes.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            List<Outcome> batch = new ArrayList<>(List.of(first));
            outcomes.drainTo(batch, WRITTEN_AT_ONCE - 1);
            ledger.write(batch);
        } else if (clock.instant().isAfter(cleaned.plus(CLEAN_EVERY)) && ledger.clean() == 0) {
            cleaned = clock.instant();
        }
        return true;
    }
}
