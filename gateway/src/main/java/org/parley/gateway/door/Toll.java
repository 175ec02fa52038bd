package org.parley.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.parley.gateway.key.KeyAuthentication;
import org.parley.gateway.limit.Budget;
import org.parley.gateway.limit.Budgets;
import org.parley.gateway.limit.Refused;

/** What REST requests cost, of the same budget that GraphQL spends of. */
@Singleton
class Toll {

    private final Budgets budgets;

    Toll(Budgets budgets) {
        this.budgets = budgets;
    }

    /** Whether the caller could pay; if not, the request is answered. */
    boolean paid(RoutingContext context, SecurityIdentity identity, int cost) {
        String who = identity.isAnonymous()
                ? context.request().remoteAddress().hostAddress()
                : identity.getPrincipal().getName();
        Budget budget = budgets.of(who, identity.getAttribute(KeyAuthentication.COST_PER_MINUTE));
        Refused refused = null;
        try {
            budget.spend(cost);
        } catch (Refused e) {
            refused = e;
        }
        if (budget.isCounted()) {
            context.response().putHeader("RateLimit-Policy", budget.policy());
            context.response().putHeader("RateLimit", budget.state());
        }
        if (refused != null) {
            context.response().putHeader("Retry-After", Long.toString(Math.max(1, budget.retrySeconds())));
            Problems.send(context, refused.problem());
            return false;
        }
        return true;
    }
}
