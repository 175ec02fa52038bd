package org.parley.gateway.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.parley.kit.page.SecretBox;

/**
 * A sign-in that was begun, as the browser that began it keeps it, locked: an answer of the provider counts only there.
 *
 * @param state comes back with the answer
 * @param nonce comes back within the token
 * @param verifier proves that the one who takes the code began this (PKCE)
 * @param back where in the console to go on
 * @param redirect where the provider was told to answer
 * @param until when it is too late
 */
record Attempt(String state, String nonce, String verifier, String back, String redirect, Instant until) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    static Attempt fresh(String back, String redirect, Instant until) {
        return new Attempt(random(), random(), random(), back, redirect, until);
    }

    private static String random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return TEXT.encodeToString(bits);
    }

    /** What the provider is shown of the verifier beforehand. */
    String challenge() {
        try {
            return TEXT.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String locked(SecretBox box, ObjectMapper json) {
        try {
            return box.lock(json.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an attempt cannot be written", e);
        }
    }

    /** What {@link #locked} made; empty for anything else. */
    static Optional<Attempt> unlocked(String text, SecretBox box, ObjectMapper json) {
        try {
            return Optional.of(json.readValue(box.unlock(text), Attempt.class));
        } catch (JsonProcessingException | RuntimeException notOurs) {
            return Optional.empty();
        }
    }
}
