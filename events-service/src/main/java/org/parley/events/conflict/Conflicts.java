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
import org.parley.events.table.Redirects;
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
     * @param retold proposals of which something is told otherwise than before
     * @param utterances what became of the utterances they are in
     */
    public static void after(
            Handle handle,
            Collection<UUID> touched,
            Collection<UUID> retold,
            UtteranceBook.Outcome utterances,
            Instant now) {
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
        Set<UUID> proposals = new LinkedHashSet<>(retold);
        proposals.addAll(proposals(handle, touched));
        Stances.Outcome stances = Stances.of(handle, touched, ToldStances.news(handle, "stance", now));
        scopes.addAll(stances.scopes());
        found.addAll(stances.found());
        Set<UUID> articles = new LinkedHashSet<>(articles(handle, touched));
        articles.addAll(corrected(handle, proposals));
        articles.forEach(article -> scopes.add(Corrections.scope(article)));
        found.addAll(Corrections.of(handle, articles));
        proposals.forEach(proposal -> scopes.add(ToldVersions.scope(proposal)));
        Set<UUID> statuses = Statuses.concerned(handle, touched);
        statuses.addAll(ToldStances.news(handle, "status", now));
        statuses.forEach(proposal -> scopes.add(Statuses.scope(proposal)));
        found.addAll(ToldVersions.of(handle, proposals));
        found.addAll(Statuses.of(handle, statuses));
        Collection<UUID> speakers = speakers(handle, touched);
        speakers.forEach(speaker -> scopes.add(Roles.scope(speaker)));
        found.addAll(Roles.of(handle, speakers));
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

    /** The pairs that these statements stood for before. */
    private static List<String> pairs(Handle handle, Collection<UUID> statements) {
        return handle.createQuery("""
                        select scope from conflict_state where superseded_at is null and scope like 'pair %'
                            and substr(scope, 6, 36) = any(string_to_array(:ids, ','))
                        union select scope from conflict_state where superseded_at is null and scope like 'pair %'
                            and substr(scope, 43, 36) = any(string_to_array(:ids, ','))""")
                .bind("ids", Rows.list(statements))
                .mapTo(String.class)
                .list();
    }

    private static Set<UUID> proposals(Handle handle, Collection<UUID> statements) {
        return handle.createQuery("""
                        select distinct b.proposal_id from reading r join reading_about b on b.reading_id = r.id
                        where r.statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(statements))
                .mapTo(UUID.class)
                .set();
    }

    /** As they are known now. */
    private static Collection<UUID> speakers(Handle handle, Collection<UUID> statements) {
        List<UUID> speakers = handle.createQuery("""
                        select distinct s.actor_id from reading r join reading_speaker s on s.reading_id = r.id
                        where r.statement_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(statements))
                .mapTo(UUID.class)
                .list();
        return Set.copyOf(Redirects.resolve(handle, speakers).values());
    }

    /** Articles that tell of these proposals and have told of them before. */
    private static List<UUID> corrected(Handle handle, Collection<UUID> proposals) {
        return handle.createQuery("""
                        select distinct m.article_id from meaning g join mention m on m.id = g.mention_id
                        join extraction e on e.article_id = m.article_id and e.article_version <> m.article_version
                        where g.superseded_at is null and g.proposal_id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                .bind("ids", Rows.list(proposals))
                .mapTo(UUID.class)
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
