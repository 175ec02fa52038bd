package org.parley.kit.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Takes the tokens of the peers named in the configuration, each checked with that peer's own key, and nothing else.
 *
 * <p>A token that was good once is good until it expires, so its result is kept: callers use one token for minutes, and
 * an elliptic-curve signature costs more than most of our queries.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class PeerTokens extends JWTCallerPrincipalFactory {

    private static final int MOST_KEPT = 1_000;

    private final Map<String, TrustedPeer> peers = new ConcurrentHashMap<>();
    private final Map<String, JWTCallerPrincipal> good = new ConcurrentHashMap<>();
    private final JwtConsumer unchecked = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();
    private final Clock clock;

    PeerTokens(TokenConfig config, @ConfigProperty(name = "parley.service.name") String service, Clock clock) {
        this.clock = clock;
        config.trusted().forEach((name, peer) -> peers.put(name, TrustedPeer.of(name, peer, service)));
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        JWTCallerPrincipal known = good.get(token);
        if (known != null && known.getExpirationTime() > clock.instant().getEpochSecond()) {
            return known;
        }
        try {
            String issuer = unchecked.processToClaims(token).getIssuer();
            TrustedPeer peer = issuer == null ? null : peers.get(issuer);
            if (peer == null) {
                throw new ParseException("no service that is trusted here issued this token");
            }
            JWTCallerPrincipal caller = new DefaultJWTCallerPrincipal(token, "JWT", peer.claimsOf(token));
            if (good.size() >= MOST_KEPT) {
                good.clear();
            }
            good.put(token, caller);
            return caller;
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new ParseException("not a valid service token", e);
        }
    }
}
