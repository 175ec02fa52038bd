package org.parley.events.changes;

import jakarta.ws.rs.Path;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.change.ChangeTail;
import org.parley.kit.change.ChangesEndpoint;

/** The one public change feed: the record, and the articles and outlets it follows. */
@Path("/v1/changes")
class ChangesApi extends ChangesEndpoint {

    ChangesApi(ChangeFeed feed, ChangeTail tail) {
        super(feed, tail);
    }
}
