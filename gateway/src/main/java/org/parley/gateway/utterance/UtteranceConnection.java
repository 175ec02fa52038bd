package org.parley.gateway.utterance;

import org.eclipse.microprofile.graphql.Description;
import org.parley.gateway.page.Connection;
import org.parley.gateway.page.Page;

/** A page of utterances. */
@Description("A page of utterances.")
public final class UtteranceConnection extends Connection<Utterance, UtteranceEdge> {

    /** The page as the service answered it. */
    public UtteranceConnection(Page<Utterance> page) {
        super(page, UtteranceEdge::new);
    }
}
