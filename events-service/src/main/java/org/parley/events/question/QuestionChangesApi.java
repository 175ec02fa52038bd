package org.parley.events.question;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.parley.kit.change.ChangeFeed;
import org.parley.kit.change.ChangeFilter;
import org.parley.kit.change.ChangeTail;
import org.parley.kit.change.ChangesEndpoint;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.token.Owner;

/** The feed of a question: what answers it, by the cursors of the one change feed. */
@Path("/v1/questions/{id}/changes")
class QuestionChangesApi extends ChangesEndpoint {

    private final Questions questions;
    private final SecurityIdentity identity;

    QuestionChangesApi(ChangeFeed feed, ChangeTail tail, Questions questions, SecurityIdentity identity) {
        super(feed, tail);
        this.questions = questions;
        this.identity = identity;
    }

    @Override
    protected String scope() {
        return Owner.of(identity);
    }

    @Override
    protected ChangeFilter filter(String scope, UriInfo address, ChangeFilter asked) {
        if (!asked.equals(ChangeFilter.ALL)) {
            throw ProblemException.badInput(
                    null, "A question says itself what it wants: after, limit and wait can be given");
        }
        return questions.get(scope, id(address)).filter();
    }

    private static UUID id(UriInfo address) {
        try {
            return UUID.fromString(address.getPathParameters().getFirst("id"));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("There is no question with this id.");
        }
    }
}
