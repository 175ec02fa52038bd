package org.parley.kit.change;

import jakarta.ws.rs.Path;

/** The feed as a service offers it. */
@Path("/v1/changes")
class ChangesApi extends ChangesEndpoint {

    ChangesApi(ChangeFeed feed, ChangeTail tail) {
        super(feed, tail);
    }
}
