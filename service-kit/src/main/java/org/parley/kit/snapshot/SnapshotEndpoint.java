package org.parley.kit.snapshot;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;

/**
 * {@code GET /v1/snapshot}: which state the service is in. A service offers it with a subclass that has the path; scope
 * {@code read}.
 */
public abstract class SnapshotEndpoint {

    /**
     * PostgreSQL tells which transactions have ended; two equal snapshots have the same ones behind them. After a crash
     * numbers of transactions that nobody saw can be given again: then the server was started again, or it has written
     * a checkpoint.
     */
    private static final String NOW = """
            select concat_ws(' ', pg_current_snapshot(), extract(epoch from pg_postmaster_start_time()),
                (pg_control_checkpoint()).checkpoint_lsn)""";

    /** What this process alone knows, its settings and its program, is another after each start. */
    private final String process = UUID.randomUUID().toString();

    private final Jdbi jdbi;

    protected SnapshotEndpoint(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A state of the service.
     *
     * @param state opaque; if it is the same at two times, nothing was written in between, and what was read in between
     *     would be read again now
     */
    public record Snapshot(String state) {}

    @GET
    @RolesAllowed("read")
    @Operation(summary = "The state the service is in: the same one, and nothing was written in between")
    public Snapshot snapshot() {
        String database = jdbi.withHandle(
                handle -> handle.createQuery(NOW).mapTo(String.class).one());
        return new Snapshot(process + ' ' + database);
    }
}
