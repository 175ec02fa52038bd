package org.parley.gateway.actor;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Query;
import org.parley.gateway.join.FieldRequest;
import org.parley.gateway.join.Joins;
import org.parley.gateway.node.NodeId;
import org.parley.gateway.node.NodeType;
import org.parley.gateway.page.Page;
import org.parley.gateway.page.Paging;
import org.parley.gateway.upstream.Ask;
import org.parley.gateway.upstream.Events;
import org.parley.kit.problem.ProblemException;

/** Actors. */
@GraphQLApi
public class ActorApi {

    /** As many candidates as an ambiguous name lists. */
    private static final int CANDIDATES = 10;

    private final Events events;
    private final Joins joins;

    ActorApi(Events events, Joins joins) {
        this.events = events;
        this.joins = joins;
    }

    @Query
    @RolesAllowed("read")
    @Description("An actor by its id, or by a name or alias that only one has; null when there is none.")
    public CompletionStage<Actor> actor(
            @Id @Description("Global id of the actor.") String id,
            @Description("A name or alias, exactly; several that have it are an error that lists them.") String name,
            @Description("As it was known then; holds for everything below too.") Instant knownAt) {
        if ((id == null) == (name == null)) {
            throw ProblemException.badInput("id", "give either id or name");
        }
        FieldRequest request = FieldRequest.current();
        if (id != null) {
            return joins.actor(request, NodeId.uuid(id, NodeType.ACTOR, "id"));
        }
        ActorFilter named = new ActorFilter();
        named.alias = name;
        return page(request, named, knownAt, Paging.of(CANDIDATES, null, false)).thenApply(ActorApi::only);
    }

    private static Actor only(Page<Actor> found) {
        List<Actor> actors = found.items().stream().map(Page.Item::node).toList();
        if (actors.size() > 1) {
            throw ProblemException.badInput(
                    "name",
                    "several go by this name; ask by id: "
                            + actors.stream()
                                    .map(actor -> actor.name() + " (" + new NodeId(NodeType.ACTOR, actor.id()).encoded()
                                            + ")")
                                    .collect(Collectors.joining(", ")));
        }
        return actors.isEmpty() ? null : actors.get(0);
    }

    @Query
    @RolesAllowed("read")
    @Description("Actors, by name.")
    public CompletionStage<ActorConnection> actors(
            @Description("Only what fits.") ActorFilter filter,
            @Description("How many rows from the front: 20 when not given, at most 100.") Integer first,
            @Description("Only what follows this cursor.") String after,
            @Description("How many rows from the back, at most 100.") Integer last,
            @Description("Only what stands before this cursor.") String before) {
        FieldRequest request = FieldRequest.current();
        return page(request, filter, null, Paging.of(first, after, last, before, request.selects("totalCount")))
                .thenApply(ActorConnection::new);
    }

    private CompletionStage<Page<Actor>> page(
            FieldRequest request, ActorFilter filter, Instant knownAt, Paging paging) {
        return events.ask(
                request.caller(), (client, token) -> client.actors(token, new Ask.Query<>(filter, knownAt, paging)));
    }
}
