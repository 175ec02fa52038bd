package org.parley.gateway.actor;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;

/** What an actor does not carry along where it is named in a statement or proposal. */
@GraphQLApi
public class ActorLinks {

    private final Joins joins;

    ActorLinks(Joins joins) {
        this.joins = joins;
    }

    @NonNull @Description("Other names it goes by.")
    public CompletionStage<List<@NonNull String>> aliases(@Source Actor actor) {
        return actor.aliases() != null
                ? CompletableFuture.completedFuture(actor.aliases())
                : joins.actor(FieldRequest.current(), actor.id()).thenApply(Actor::aliases);
    }

    @Description("The side it speaks for, as far as can be told.")
    public CompletionStage<Actor> party(@Source Actor actor) {
        return joins.actor(FieldRequest.current(), actor.id()).thenApply(Actor::party);
    }

    @NonNull @Description("The actors that were merged into it by hand.")
    public CompletionStage<List<@NonNull Actor>> mergedFrom(@Source Actor actor) {
        return joins.actor(FieldRequest.current(), actor.id())
                .thenApply(whole -> whole.mergedFrom() == null ? List.of() : whole.mergedFrom());
    }

    @NonNull @Description("What it was, and when.")
    public CompletionStage<List<@NonNull ActorRole>> roles(@Source Actor actor) {
        return actor.roles() != null
                ? CompletableFuture.completedFuture(actor.roles())
                : joins.actor(FieldRequest.current(), actor.id()).thenApply(Actor::roles);
    }
}
