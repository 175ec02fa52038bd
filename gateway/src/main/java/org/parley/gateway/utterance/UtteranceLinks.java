package org.parley.gateway.utterance;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.article.Article;
import org.parley.gateway.conflict.Conflict;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.outlet.Outlet;
import org.parley.gateway.statement.Statement;

/** Fields that lead to utterances, and from them onwards. */
@GraphQLApi
public class UtteranceLinks {

    private final Joins joins;

    UtteranceLinks(Joins joins) {
        this.joins = joins;
    }

    @Description("The act of speech it reports, with all other reports of it.")
    public CompletionStage<Utterance> utterance(@Source Statement statement) {
        return byId(statement.utteranceId());
    }

    @Name("utterance")
    @Description("The act of speech it is about.")
    public CompletionStage<Utterance> utteranceOfConflict(@Source Conflict conflict) {
        return byId(conflict.utteranceId());
    }

    @Description("Where it is one of our outlets: that outlet.")
    public CompletionStage<Outlet> outlet(@Source Origin origin) {
        return origin.outletId() == null
                ? CompletableFuture.completedFuture(null)
                : joins.outlet(FieldRequest.current(), origin.outletId());
    }

    @Description("The articles that have it from there.")
    public CompletionStage<List<@NonNull Article>> articles(@Source Origin origin) {
        return joins.all(origin.articleIds(), FieldRequest.current(), joins::article);
    }

    private CompletionStage<Utterance> byId(String id) {
        return id == null ? CompletableFuture.completedFuture(null) : joins.utterance(FieldRequest.current(), id);
    }
}
