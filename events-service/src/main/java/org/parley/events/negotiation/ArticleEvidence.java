package org.parley.events.negotiation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one article tells of proposals.
 *
 * @param id of the row that holds it
 * @param current false for what an older version of the article told: its mentions have a meaning still, but it states nothing any more
 * @param key tells articles apart and puts those of one day in an order that does not depend on which arrived first
 * @param publishedOn null where the article has no date
 * @param actors of the names of sponsors
 */
record ArticleEvidence(
        UUID id,
        UUID article,
        int articleVersion,
        boolean current,
        String key,
        LocalDate publishedOn,
        List<ProposalEvidence> proposals,
        Map<String, UUID> actors) {

    /** One row is one article version's evidence, however much it holds. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ArticleEvidence evidence && evidence.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The earliest first; those without a date last. */
    static final Comparator<ArticleEvidence> ORDER = Comparator.comparing(
                    ArticleEvidence::publishedOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ArticleEvidence::key);
}
