package org.parley.gateway.assertion;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.parley.gateway.article.Article;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.page.Paging;
import org.parley.gateway.proposal.Proposal;

/** What articles state in their own voice. */
@GraphQLApi
public class AssertionLinks {

    private final Joins joins;

    AssertionLinks(Joins joins) {
        this.joins = joins;
    }

    @Description("What it states in its own voice.")
    public CompletionStage<AssertionConnection> assertions(
            @Source Article article,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        return page("ARTICLE", article.id(), first, after);
    }

    @Name("assertions")
    @Description("What articles state about it in their own voice.")
    public CompletionStage<AssertionConnection> assertionsOfProposal(
            @Source Proposal proposal,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after) {
        return page("PROPOSAL", proposal.id(), first, after);
    }

    @Description("The article.")
    public CompletionStage<Article> article(@Source Assertion assertion) {
        return joins.article(FieldRequest.current(), assertion.articleId());
    }

    @Description("The proposal it is about, where it can be told.")
    public CompletionStage<Proposal> proposal(@Source Assertion assertion) {
        return assertion.proposalId() == null
                ? CompletableFuture.completedFuture(null)
                : joins.proposal(FieldRequest.current(), assertion.proposalId());
    }

    private CompletionStage<AssertionConnection> page(String by, String owner, Integer first, String after) {
        FieldRequest request = FieldRequest.current();
        return joins.assertions(request, by, owner, Paging.of(first, after, request.selects("totalCount")))
                .thenApply(AssertionConnection::new);
    }
}
