package org.parley.gateway.key;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether those who send no key may read. That is meant for a machine of one's own: together with an address that others
 * can reach, it has to be asked for twice.
 */
@Singleton
public class AnonymousRead {

    private final boolean allowed;
    private final boolean evenInPublic;
    private final String bind;

    AnonymousRead(
            @ConfigProperty(name = "parley.anonymous-read", defaultValue = "false") boolean allowed,
            @ConfigProperty(name = "parley.anonymous-read.public", defaultValue = "false") boolean evenInPublic,
            @ConfigProperty(name = "quarkus.http.host") String bind) {
        this.allowed = allowed;
        this.evenInPublic = evenInPublic;
        this.bind = bind;
    }

    void check(@Observes StartupEvent started) {
        if (allowed && !evenInPublic && !Bind.isLoopback(bind)) {
            throw new IllegalStateException("parley.anonymous-read is on and " + bind
                    + " can be reached from other machines: turn it off, bind to 127.0.0.1, or set"
                    + " parley.anonymous-read.public=true if everybody is meant to read");
        }
    }

    /** Whether a request without a key may read. */
    public boolean allowed() {
        return allowed;
    }

    /** Whether it may also have texts extracted, which is work: only where nobody else can ask for it. */
    boolean mayExtract() {
        return allowed && Bind.isLoopback(bind);
    }
}
