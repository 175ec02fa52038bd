package org.parley.gateway.statement;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.actor.Actor;
import org.parley.gateway.article.Article;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.join.StatementsBy;
import org.parley.gateway.outlet.Outlet;
import org.parley.gateway.page.Paging;
import org.parley.gateway.proposal.Proposal;
import org.parley.gateway.utterance.Utterance;

/** Fields that lead to statements, and from a statement's details onwards. */
@GraphQLApi
public class StatementLinks {

    private static final String FILTER = "Only what fits.";
    private static final String FIRST = "How many rows from the front: 20 when not given, at most 100.";
    private static final String AFTER = "Only what follows this cursor.";
    private static final String LAST = "How many rows from the back, at most 100.";
    private static final String BEFORE = "Only what stands before this cursor.";

    private final Joins joins;

    StatementLinks(Joins joins) {
        this.joins = joins;
    }

    @Description("The statements that stand in it.")
    public CompletionStage<StatementConnection> statements(
            @Source Article article,
            @Description(FILTER) StatementFilter filter,
            @Description(FIRST) Integer first,
            @Description(AFTER) String after,
            @Description(LAST) Integer last,
            @Description(BEFORE) String before) {
        return page(StatementsBy.ARTICLE, article.id(), filter, first, after, last, before);
    }

    @Name("statements")
    @Description("What it said.")
    public CompletionStage<StatementConnection> statementsOfActor(
            @Source Actor actor,
            @Description(FILTER) StatementFilter filter,
            @Description(FIRST) Integer first,
            @Description(AFTER) String after,
            @Description(LAST) Integer last,
            @Description(BEFORE) String before) {
        return page(StatementsBy.SPEAKER, actor.id(), filter, first, after, last, before);
    }

    @Name("statements")
    @Description("What was said about it.")
    public CompletionStage<StatementConnection> statementsOfProposal(
            @Source Proposal proposal,
            @Description(FILTER) StatementFilter filter,
            @Description(FIRST) Integer first,
            @Description(AFTER) String after,
            @Description(LAST) Integer last,
            @Description(BEFORE) String before) {
        return page(StatementsBy.PROPOSAL, proposal.id(), filter, first, after, last, before);
    }

    @Name("statements")
    @Description("The statements that report it.")
    public CompletionStage<StatementConnection> statementsOfUtterance(
            @Source Utterance utterance,
            @Description(FILTER) StatementFilter filter,
            @Description(FIRST) Integer first,
            @Description(AFTER) String after,
            @Description(LAST) Integer last,
            @Description(BEFORE) String before) {
        return page(StatementsBy.UTTERANCE, utterance.id(), filter, first, after, last, before);
    }

    @Description("The outlet meant, where it is one that is known.")
    public CompletionStage<Outlet> outlet(@Source ViaDetail via) {
        return via.outletId() == null
                ? CompletableFuture.completedFuture(null)
                : joins.outlet(FieldRequest.current(), via.outletId());
    }

    private CompletionStage<StatementConnection> page(
            StatementsBy by,
            String owner,
            StatementFilter filter,
            Integer first,
            String after,
            Integer last,
            String before) {
        FieldRequest request = FieldRequest.current();
        Paging paging = Paging.of(first, after, last, before, request.selects("totalCount"));
        return joins.statements(request, by, owner, StatementFilter.forService(filter), paging)
                .thenApply(StatementConnection::new);
    }
}
