package org.parley.kit.token;

import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** One service whose tokens are taken here, and the most it can ask for. */
record TrustedPeer(JwtConsumer check, Set<String> scopes) {

    private static final int CLOCK_SKEW_SECONDS = 10;
    private static final int LONGEST_LIFE_MINUTES = 6;

    static TrustedPeer of(String name, TokenConfig.Peer peer, String service) {
        JwtConsumer check = new JwtConsumerBuilder()
                .setVerificationKey(PemKeys.publicKey(peer.publicKey()))
                .setJwsAlgorithmConstraints(PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setExpectedIssuer(name)
                .setExpectedAudience(service)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(LONGEST_LIFE_MINUTES)
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .build();
        return new TrustedPeer(check, peer.scopes().orElse(Set.of()));
    }

    /** The claims of a valid token, with the scopes this peer cannot ask for taken out. */
    JwtClaims claimsOf(String token) throws InvalidJwtException, MalformedClaimException {
        JwtClaims claims = check.processToClaims(token);
        List<String> asked = new ArrayList<>();
        if (claims.hasClaim("groups")) {
            asked.addAll(claims.getStringListClaimValue("groups"));
        }
        asked.retainAll(scopes);
        claims.setStringListClaim("groups", asked);
        return claims;
    }
}
