package org.parley.kit.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the tokens this service shows when it calls another one. */
@ApplicationScoped
public class ServiceTokens {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 1_000;

    private final String service;
    private final Optional<PrivateKey> key;
    private final Clock clock;
    private final Map<Use, Made> made = new ConcurrentHashMap<>();

    ServiceTokens(TokenConfig config, @ConfigProperty(name = "parley.service.name") String service, Clock clock) {
        this.service = service;
        this.key = config.privateKey().map(PemKeys::privateKey);
        this.clock = clock;
    }

    /**
     * A token, kept until a minute before it expires.
     *
     * @param audience the service that is called
     * @param subject who asks in the end: an api key's id, {@code anonymous}, or this service's own name
     * @param scopes what the caller may do there; the callee takes away what this service cannot ask for
     */
    public String tokenFor(String audience, String subject, Set<String> scopes) {
        Instant now = clock.instant();
        if (made.size() > MOST_KEPT) {
            made.clear();
        }
        return made.compute(
                        new Use(audience, subject, new TreeSet<>(scopes)),
                        (use, kept) ->
                                kept != null && now.isBefore(kept.expires().minus(RENEWED_BEFORE))
                                        ? kept
                                        : make(use, now.plus(LIFE)))
                .token();
    }

    private Made make(Use use, Instant expires) {
        PrivateKey signer = key.orElseThrow(() ->
                new IllegalStateException("parley.token.private-key is not set: this service cannot call others"));
        String token = Jwt.issuer(service)
                .audience(use.audience())
                .subject(use.subject())
                .groups(use.scopes())
                .expiresAt(expires)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .sign(signer);
        return new Made(token, expires);
    }

    private record Use(String audience, String subject, Set<String> scopes) {}

    private record Made(String token, Instant expires) {}
}
