package org.parley.events.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.parley.events.position.Positions;
import org.parley.events.proposal.ProposalView;
import org.parley.events.proposal.Proposals;
import org.parley.events.statement.StatementView;
import org.parley.events.statement.Statements;
import org.parley.events.utterance.UtteranceView;
import org.parley.events.utterance.Utterances;

/** The rows of an export in the order of their ids, read in portions: never more than one of them is in memory. */
@ApplicationScoped
class ExportRows {

    private static final int PORTION = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Statements statements;
    private final Utterances utterances;
    private final Proposals proposals;
    private final Positions positions;

    ExportRows(Statements statements, Utterances utterances, Proposals proposals, Positions positions) {
        this.statements = statements;
        this.utterances = utterances;
        this.proposals = proposals;
        this.positions = positions;
    }

    interface Sink {
        void take(Object row) throws IOException;
    }

    /**
     * Hands over the rows of the record as it was known at a time.
     *
     * @param after the id of the last row that need not come again, or null
     */
    void read(Handle handle, ExportKind kind, UUID after, Instant knownAt, Sink sink) throws IOException {
        UUID last = after == null ? FIRST : after;
        List<UUID> ids = ids(handle, kind, last);
        while (!ids.isEmpty()) {
            for (Object row : rows(handle, kind, ids, knownAt).toList()) {
                sink.take(row);
            }
            last = ids.get(ids.size() - 1);
            ids = ids(handle, kind, last);
        }
    }

    private static List<UUID> ids(Handle handle, ExportKind kind, UUID after) {
        return handle.createQuery("select id from " + kind.table() + " where id > :after order by id limit :portion")
                .bind("after", after)
                .bind("portion", PORTION)
                .mapTo(UUID.class)
                .list();
    }

    private Stream<?> rows(Handle handle, ExportKind kind, List<UUID> ids, Instant knownAt) {
        return switch (kind) {
            case STATEMENTS ->
                own(ids, statements.byIds(ids, knownAt), StatementView::id)
                        .filter(row -> isThere(row.knownAt(), row.supersededAt(), knownAt));
            case UTTERANCES ->
                own(ids, utterances.byIds(ids, knownAt), UtteranceView::id)
                        .filter(row -> isThere(row.knownAt(), row.supersededAt(), knownAt));
            case PROPOSALS ->
                own(ids, proposals.byIds(ids, knownAt), ProposalView::id)
                        .filter(row -> isThere(row.knownAt(), row.supersededAt(), knownAt));
            case POSITIONS -> positions.on(ids, knownAt).stream();
            case ARTICLES -> articles(handle, ids).stream();
        };
    }

    /** Without those that answer in place of another, which come under their own id. */
    private static <T> Stream<T> own(List<UUID> ids, List<T> rows, Function<T, UUID> id) {
        return IntStream.range(0, ids.size())
                .filter(i -> rows.get(i) != null && id.apply(rows.get(i)).equals(ids.get(i)))
                .mapToObj(rows::get);
    }

    private static boolean isThere(Instant from, Instant until, Instant at) {
        return !from.isAfter(at) && (until == null || until.isAfter(at));
    }

    /** What is told of an article; its text is sources-service's. */
    @JsonInclude(Include.NON_NULL)
    record ArticleRow(
            UUID id,
            String url,
            String headline,
            UUID outletId,
            String outletName,
            Instant publishedAt,
            String language,
            String state,
            int version) {}

    private static List<ArticleRow> articles(Handle handle, List<UUID> ids) {
        return handle.createQuery("""
                        select a.*, o.name as outlet_name from article a left join outlet o on o.id = a.outlet_id
                        where a.id = any(cast(:ids as uuid[])) order by a.id""")
                .bindArray("ids", String.class, ids.stream().map(UUID::toString).toList())
                .map((row, context) -> new ArticleRow(
                        row.getObject("id", UUID.class),
                        row.getString("url"),
                        row.getString("headline"),
                        row.getObject("outlet_id", UUID.class),
                        row.getString("outlet_name"),
                        row.getTimestamp("published_at") == null
                                ? null
                                : row.getTimestamp("published_at").toInstant(),
                        row.getString("language"),
                        row.getString("state"),
                        row.getInt("current_version")))
                .list();
    }
}
