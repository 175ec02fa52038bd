package org.parley.gateway.join;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.gateway.outlet.OutletScorecard;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Caller;
import org.parley.gateway.upstream.Events;
import org.parley.gateway.upstream.Sources;

/** How outlets did: what sources-service counts of their articles, and events-service of their statements. */
@Singleton
public class Scorecards {

    private static final List<String> ATTRIBUTION =
            List.of("statements", "corroborated", "corroboratedShare", "anonymous", "anonymousShare");

    private final Sources sources;
    private final Events events;

    Scorecards(Sources sources, Events events) {
        this.sources = sources;
        this.events = events;
    }

    /** How an outlet did; of its statements only if {@code request} selects them. */
    public CompletionStage<OutletScorecard> scorecard(FieldRequest request, String outlet, int days) {
        Caller caller = request.caller();
        boolean statements = ATTRIBUTION.stream().anyMatch(request::selects);
        return request.load("scorecard " + days + statements, outlet, ids -> {
            var cards = sources.ask(caller, (client, token) -> client.scorecards(token, new Ask.Scorecards(ids, days)))
                    .thenApply(answer -> Joins.byKey(ids, answer.items()));
            return statements ? cards.thenCompose(found -> attributed(caller, found)) : cards;
        });
    }

    /** Where events-service is away, its numbers are missing, and the others stand. */
    private CompletionStage<Map<String, OutletScorecard>> attributed(
            Caller caller, Map<String, OutletScorecard> cards) {
        if (cards.isEmpty()) {
            return CompletableFuture.completedFuture(cards);
        }
        OutletScorecard any = cards.values().iterator().next();
        var ask = new Ask.Attributions(cards.keySet(), any.from(), any.to());
        return events.ask(caller, (client, token) -> client.attributions(token, ask))
                .handle((counted, away) -> {
                    if (counted != null) {
                        counted.items()
                                .forEach(one -> cards.computeIfPresent(one.outletId(), (id, card) -> card.with(one)));
                    }
                    return cards;
                });
    }
}
