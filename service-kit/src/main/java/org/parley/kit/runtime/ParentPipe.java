package org.parley.kit.runtime;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Ends this process when the one that started it is gone.
 *
 * <p>With {@code parley.parent-pipe=true} standard input is a pipe whose other end the launcher holds and never writes
 * to. It closes when the launcher ends, however it ends; no signal has to arrive for that.
 */
@ApplicationScoped
class ParentPipe {

    private static final Logger LOG = Logger.getLogger(ParentPipe.class);

    private final boolean watched;

    ParentPipe(@ConfigProperty(name = "parley.parent-pipe", defaultValue = "false") boolean watched) {
        this.watched = watched;
    }

    void watch(@Observes StartupEvent started) {
        if (watched) {
            Thread watcher = new Thread(ParentPipe::exitAtItsEnd, "parent-pipe");
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    private static void exitAtItsEnd() {
        try {
            while (System.in.read() >= 0) {
                // What is written to us means nothing; only the end does.
            }
            LOG.info("The process that started this one is gone: stopping.");
        } catch (IOException e) {
            LOG.info("The pipe to the process that started this one broke: stopping.", e);
        }
        Quarkus.asyncExit();
    }
}
