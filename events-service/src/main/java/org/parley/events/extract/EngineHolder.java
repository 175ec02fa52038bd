package org.parley.events.extract;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.parley.extraction.Engine;

/**
 * The one engine of this process, loaded by whoever needs it first: its models take a second or two. Where nobody does, it is loaded
 * soon after the start, so that the first article need not wait; not at once, while every core is busy with starting the services.
 */
@ApplicationScoped
class EngineHolder {

    private static final int LOAD_AFTER_SECONDS = 5;

    private Engine engine;

    void loadSoon(@Observes StartupEvent started) {
        var unused = CompletableFuture.runAsync(
                this::get, CompletableFuture.delayedExecutor(LOAD_AFTER_SECONDS, TimeUnit.SECONDS));
    }

    synchronized Engine get() {
        if (engine == null) {
            engine = Engine.load();
        }
        return engine;
    }
}
