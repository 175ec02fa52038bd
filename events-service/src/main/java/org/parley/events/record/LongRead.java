package org.parley.events.record;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads more than fits in memory: rows come in portions only within a transaction, which may take its time. It writes
 * nothing, so it has no transaction id and holds no change feed back.
 */
@ApplicationScoped
class LongRead {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Jdbi jdbi;

    LongRead(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    interface Reading {
        void read(Handle handle) throws IOException;
    }

    void of(Reading reading) {
        QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST.toSeconds())
                .run(() -> jdbi.useHandle(handle -> {
                    handle.execute("set transaction isolation level repeatable read, read only");
                    try {
                        reading.read(handle);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }
}
