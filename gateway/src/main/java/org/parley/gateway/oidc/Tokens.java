package org.parley.gateway.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies what the provider signed. */
@Singleton
class Tokens {

    /** No clock is right to the second. */
    private static final int SKEW_SECONDS = 30;

    /** Signatures with keys that the provider alone has; a secret that we know too proves nothing. */
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
            AlgorithmIdentifiers.EDDSA);

    private final Client client;
    private final Provider provider;
    private final ObjectMapper json;
    private final Clock clock;

    Tokens(Client client, Provider provider, ObjectMapper json, Clock clock) {
        this.client = client;
        this.provider = provider;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a token claims, if the provider signed it for this audience and it has not expired.
     *
     * @throws InvalidJwtException if not
     */
    JsonNode claims(String token, String audience) throws InvalidJwtException {
        String claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver((signature, outer) -> key(signature))
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setExpectedIssuer(
                        true, client.registered().orElseThrow().issuer().toString())
                .setExpectedAudience(true, audience)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .build()
                .processToClaims(token)
                .toJson();
        try {
            JsonNode read = json.readTree(claims);
            if (read.path("sub").asText().isBlank()) {
                throw new InvalidJwtException("it names nobody", List.of(), null);
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("claims that were read cannot be read again", e);
        }
    }

    private Key key(JsonWebSignature signature) throws UnresolvableKeyException {
        JsonWebKey known = among(provider.keys(), signature);
        JsonWebKey fitting = known == null ? among(provider.freshKeys(), signature) : known;
        if (fitting == null) {
            throw new UnresolvableKeyException("no key of the provider has the id " + signature.getKeyIdHeaderValue());
        }
        return fitting.getKey();
    }

    private static JsonWebKey among(List<JsonWebKey> keys, JsonWebSignature signature) throws UnresolvableKeyException {
        try {
            return new VerificationJwkSelector().select(signature, keys);
        } catch (JoseException e) {
            throw new UnresolvableKeyException("no key of the provider can be used", e);
        }
    }
}
