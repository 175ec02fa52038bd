package org.parley.events.conflict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.doubt.Doubts;
import org.parley.events.doubt.Doubts.Doubt;
import org.parley.events.table.Rows;
import org.parley.events.utterance.UtteranceBook;
import org.parley.events.utterance.UtteranceBook.Possible;

/**
 * Keeps the conflicts up to date that statements are part of.
 *
 * <p>Only in a transaction that holds the lock of resolving.
 */
public final class Conflicts {

    /** Two that are less alike say too little of one another to contradict. */
    private static final double ALIKE = 0.4;

    private Conflicts() {}

    /**
     * Looks at what changed.
     *
     * @param touched statements that are there anew, changed, or gone
     * @param utterances what became of the utterances they are in
     */
    public static void after(Handle handle, Collection<UUID> touched, UtteranceBook.Outcome utterances, Instant now) {
        List<Found> found = new ArrayList<>();
        UtteranceBook book = new UtteranceBook(handle, now);
        Set<UUID> seen = new LinkedHashSet<>(touched);
        seen.addAll(utterances.statements());
        Set<String> scopes = new LinkedHashSet<>(pairs(handle, seen));
        utterances.utterances().forEach((id, reports) -> {
            scopes.add("utterance " + id);
            if (reports.size() > 1) {
                found.addAll(TellingApart.of(reports, "utterance " + id, id, UtteranceBook.origins(reports)));
            }
        });
        utterances.gone().forEach(id -> scopes.add("utterance " + id));
        book.around(utterances.possible().stream().filter(Conflicts::alike).toList())
                .forEach((pair, both) -> {
                    scopes.add(scope(pair));
                    found.addAll(TellingApart.of(both, scope(pair), null, 0));
                });
        Set<UUID> articles = articles(handle, touched);
        articles.forEach(article -> scopes.add(Corrections.scope(article)));
        found.addAll(Corrections.of(handle, articles));
        Stances.Outcome stances = Stances.of(handle, touched);
        scopes.addAll(stances.scopes());
        found.addAll(stances.found());
        ask(handle, ConflictBook.enter(handle, scopes, found, now), found, now);
    }

    /** What no evidence settles is for a person to settle. */
    private static void ask(Handle handle, ConflictBook.Outcome outcome, List<Found> found, Instant now) {
        List<Doubt> doubts = new ArrayList<>();
        for (Found each : found) {
            if (each.resolution() == ConflictResolution.OPEN || each.resolution() == ConflictResolution.CONTRADICTION) {
                doubts.add(new Doubt(
                        Doubts.Kind.CONFLICT, outcome.standing().get(each.key()), null, each.explanation(), 0.5));
            }
        }
        Set<UUID> about = new LinkedHashSet<>(outcome.standing().values());
        about.addAll(outcome.gone());
        Doubts.enter(handle, Doubts.Kind.CONFLICT, about, doubts, now);
    }

    private static boolean alike(Possible pair) {
        return pair.score() >= ALIKE
                && !pair.one().wording().quoted().isEmpty()
                && !pair.other().wording().quoted().isEmpty();
    }

    /** The most alike of two utterances stand for them. */
    private static String scope(Possible pair) {
        String one = pair.one().statement().toString();
        String other = pair.other().statement().toString();
        return "pair " + (one.compareTo(other) < 0 ? one + " " + other : other + " " + one);
    }

    /** The pairs that these statements were in before. */
    private static List<String> pairs(Handle handle, Collection<UUID> statements) {
        return handle.createQuery("""
                        select distinct s.scope from unnest(string_to_array(:ids, ',')) i(id)
                        join conflict_state s on s.statements @> to_jsonb(i.id)
                        where s.superseded_at is null and s.scope like 'pair %'""")
                .bind("ids", Rows.list(statements))
                .mapTo(String.class)
                .list();
    }

    private static Set<UUID> articles(Handle handle, Collection<UUID> statements) {
        return handle.createQuery(
                        "select distinct article_id from statement where id = any(cast(string_to_array(:ids, ',') as uuid[]))")
                .bind("ids", Rows.list(statements))
                .mapTo(UUID.class)
                .set();
    }
}
