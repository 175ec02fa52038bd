package org.parley.events.extract;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.extraction.Engine;

/** The one engine of this process, loaded by whoever needs it first: its models take a second or two. */
@ApplicationScoped
class EngineHolder {

    private Engine engine;

    synchronized Engine get() {
        if (engine == null) {
            engine = Engine.load();
        }
        return engine;
    }
}
