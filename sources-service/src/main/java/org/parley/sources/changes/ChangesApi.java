package org.parley.sources.changes;

import jakarta.ws.rs.Path;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.change.ChangeTail;
import org.parley.kit.change.ChangesEndpoint;

/** The change feed of this service: articles, versions and outlets. */
@Path("/v1/changes")
class ChangesApi extends ChangesEndpoint {

    ChangesApi(ChangeFeed feed, ChangeTail tail) {
        super(feed, tail);
    }
}
