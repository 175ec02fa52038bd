package org.parley.sources.snapshot;

import jakarta.ws.rs.Path;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.snapshot.SnapshotEndpoint;

/** Lets the gateway find out whether an answer it has is still the answer. */
@Path("/v1/snapshot")
class SnapshotApi extends SnapshotEndpoint {

    SnapshotApi(Jdbi jdbi) {
        super(jdbi);
    }
}
