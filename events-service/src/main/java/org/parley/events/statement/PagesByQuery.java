package org.parley.events.statement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.events.table.Fields;
import org.parley.events.table.Known;
import org.parley.kit.page.Paging;

/** {@code POST /v1/statements/pages-by}: a page of statements for each key. */
public record PagesByQuery(
        Key by,
        List<UUID> keys,
        StatementFilter filter,
        Instant knownAt,
        Integer first,
        Integer last,
        String after,
        String before,
        Boolean count,
        Fields fields) {

    public PagesByQuery {
        fields = Fields.orAll(fields);
    }

    Paging paging() {
        return Paging.of(first, last, after, before, count);
    }

    /**
     * What the keys are, and the table that holds the statements of one key in order.
     *
     * <p>Both tables carry the columns of the order, so that a page is read from the index.
     */
    public enum Key {
        ARTICLE("reading r", "r.article_id = k.id", "r"),
        SPEAKER("reading_speaker o join reading r on r.id = o.reading_id", "o.actor_id = k.id", "o"),
        PROPOSAL(
                "reading_about o join reading r on r.id = o.reading_id",
                "o.proposal_id = k.id and o.leads and " + Known.at("o"),
                "o"),
        UTTERANCE(
                "utterance_member o join reading r on r.statement_id = o.statement_id",
                "o.utterance_id = k.id and " + Known.at("o"),
                "r");

        final String from;
        /** On the rows of one id, {@code k.id}. */
        final String condition;
        /** The alias of the table whose columns the rows are ordered by. */
        final String ordered;

        Key(String from, String condition, String ordered) {
            this.from = from;
            this.condition = condition;
            this.ordered = ordered;
        }
    }
}
