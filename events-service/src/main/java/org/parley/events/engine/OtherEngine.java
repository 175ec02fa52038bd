package org.parley.events.engine;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.parley.events.sources.SourcesApi;
import org.parley.events.sources.VersionText;
import org.parley.extraction.ArticleText;
import org.parley.kit.outbound.OutboundHttp;

/**
 * Asks another engine about each article that ours has read, one after the other, where one is configured. It never holds
 * up the record: what it finds is stored beside it, whenever it answers.
 */
@ApplicationScoped
class OtherEngine {

    private static final Logger LOG = Logger.getLogger(OtherEngine.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final OtherEngineConfig config;
    private final AskQueue queue;
    private final OtherReadings readings;
    private final SourcesApi sources;
    private OutboundHttp http;
    private ChatEngine engine;
    private Thread thread;

    OtherEngine(OtherEngineConfig config, AskQueue queue, OtherReadings readings, @RestClient SourcesApi sources) {
        this.config = config;
        this.queue = queue;
        this.readings = readings;
        this.sources = sources;
    }

    void start(@Observes StartupEvent started) {
        if (config.url().isEmpty()) {
            return;
        }
        http = ChatOutbound.to(config.url().get(), config.timeout());
        engine = new ChatEngine(config, http);
        LOG.infof(
                "Second readings come from %s at %s",
                engine.version(), config.url().get());
        thread = new Thread(this::run, "other-engine");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException, IOException {
        if (thread != null) {
            thread.interrupt();
            http.close();
            thread.join(Duration.ofSeconds(5).toMillis());
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Optional<AskedArticle> asked = queue.claim(engine.version());
                if (asked.isPresent()) {
                    ask(asked.get());
                } else {
                    Thread.sleep(LOOK_AGAIN.toMillis());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // Database or sources-service are away: the claim runs out and is made again.
                LOG.warnf("The other engine's work cannot go on, trying again: %s", e.toString());
                pause();
            }
        }
    }

    private void ask(AskedArticle asked) {
        try {
            VersionText version = sources.version(asked.id(), asked.version());
            if (version.text().length() > config.longestText()) {
                throw EngineTrouble.unusable("the text is longer than parley.other-engine.longest-text");
            }
            readings.store(
                    asked,
                    engine.version(),
                    version.text(),
                    engine.ask(new ArticleText(
                            version.text(), version.headline(), asked.publishedOn(), asked.language())));
        } catch (EngineTrouble e) {
            queue.failed(asked, engine.version(), e);
        } catch (ProcessingException | WebApplicationException e) {
            queue.failed(asked, engine.version(), EngineTrouble.away("sources-service does not give the text", null));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
