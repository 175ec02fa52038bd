package org.parley.gateway.utterance;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Edge;
import org.parley.gateway.page.Page;

/** A row of a {@link UtteranceConnection}. */
@Description("A row and its cursor.")
public final class UtteranceEdge extends Edge<Utterance> {

    UtteranceEdge(Page.Item<Utterance> item) {
        super(item);
    }
}
