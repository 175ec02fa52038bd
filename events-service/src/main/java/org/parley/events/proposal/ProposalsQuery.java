package org.parley.events.proposal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.events.table.Fields;
import org.parley.extraction.ProposalMention;
import org.parley.kit.page.Paging;

/** {@code POST /v1/proposals/query}. */
public record ProposalsQuery(
        Filter filter,
        Instant knownAt,
        Integer first,
        Integer last,
        String after,
        String before,
        Boolean count,
        Fields fields) {

    public ProposalsQuery {
        fields = Fields.orAll(fields);
    }

    /**
     * Which proposals.
     *
     * @param kind any of these
     * @param sponsor the id of an actor who makes or backs it
     * @param pointCount the number of points that one of its versions states
     * @param text part of its title, or nearly so
     */
    public record Filter(List<ProposalMention.Kind> kind, UUID sponsor, Integer pointCount, String text) {}

    Paging paging() {
        return Paging.of(first, last, after, before, count);
    }
}
