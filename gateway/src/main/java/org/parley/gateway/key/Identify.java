package org.parley.gateway.key;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AnonymousAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.Problem;

/** Finds out who asks, for routes that are no REST resources. */
@Singleton
public class Identify {

    private static final Problem BAD_KEY =
            Problem.of(ErrorCode.UNAUTHENTICATED, "This key is not good, or no longer. Send one that is.");

    private final KeyAuthentication authentication;
    private final IdentityProviderManager providers;

    Identify(KeyAuthentication authentication, IdentityProviderManager providers) {
        this.authentication = authentication;
        this.providers = providers;
    }

    /** Who sends this as {@code Authorization}; fails if that is no good key. */
    public Uni<SecurityIdentity> byHeader(String authorization) {
        return authentication.authenticate(authorization, providers);
    }

    /** A handler that goes on with the caller's identity in place, or has {@code refuse} answer. */
    public Handler<RoutingContext> or(BiConsumer<RoutingContext, Problem> refuse) {
        return context -> {
            // The body must not flow past while the key is looked up.
            context.request().pause();
            authentication
                    .authenticate(context, providers)
                    .onItem()
                    .ifNull()
                    .switchTo(() -> providers.authenticate(AnonymousAuthenticationRequest.INSTANCE))
                    .subscribe()
                    .with(
                            identity -> {
                                QuarkusHttpUser.setIdentity(identity, context);
                                context.request().resume();
                                context.next();
                            },
                            failure -> {
                                context.request().resume();
                                if (failure instanceof AuthenticationFailedException) {
                                    refuse.accept(context, BAD_KEY);
                                } else {
                                    context.fail(failure);
                                }
                            });
        };
    }
}
