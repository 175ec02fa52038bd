package org.parley.gateway.statement;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.page.Paging;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Events;

/** Statements. */
@GraphQLApi
public class StatementApi {

    private final Events events;
    private final Joins joins;

    StatementApi(Events events, Joins joins) {
        this.events = events;
        this.joins = joins;
    }

    @Query
    @RolesAllowed("read")
    @Description("Statements, the latest said first (where the day is not told: published, else known).")
    public CompletionStage<StatementConnection> statements(
            @Description("Only what fits.") StatementFilter filter,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after,
            @Description("How many rows from the back, at most 100.") Integer last,
            @Description("Only what stands before this cursor.") String before,
            @Description("As it was known then; holds for everything below too.") Instant knownAt) {
        FieldRequest request = FieldRequest.current();
        Paging paging = Paging.of(first, after, last, before, request.selects("totalCount"));
        var query = new Ask.Query<>(
                StatementFilter.forService(filter), knownAt, Statement.members(request.rowFields()), paging);
        return events.ask(request.caller(), (client, token) -> client.statements(token, query))
                .thenCompose(page -> joins.withArticles(request, page))
                .thenApply(StatementConnection::new);
    }
}
