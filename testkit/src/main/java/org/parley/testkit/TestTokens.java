package org.parley.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Service tokens for tests, signed with the keys of {@link TokenKeys}. Written with the JDK alone, so that a mistake in
 * the product's own signing cannot hide behind the same mistake here.
 */
public final class TestTokens {

    private TestTokens() {}

    /** {@code Bearer ...} of the caller {@code test}, for the service {@code audience}, with these scopes. */
    public static String bearer(String audience, String... scopes) {
        return bearerFrom("test", audience, scopes);
    }

    /** {@code Bearer ...} in the name of {@code issuer}. */
    public static String bearerFrom(String issuer, String audience, String... scopes) {
        return "Bearer " + token(issuer, issuer, audience, Duration.ofMinutes(5), scopes);
    }

    /**
     * A token that says it is from {@code issuer} but is signed by {@code signer}, good for {@code life} from now (less
     * than nothing: it has expired).
     */
    public static String token(String issuer, String signer, String audience, Duration life, String... scopes) {
        long now = Instant.now().getEpochSecond();
        String groups = Stream.of(scopes).map(scope -> '"' + scope + '"').collect(Collectors.joining(",", "[", "]"));
        String claims = """
                {"iss":"%s","aud":"%s","sub":"tester","groups":%s,"iat":%d,"exp":%d,"jti":"%s"}""".formatted(issuer, audience, groups, now - 1, now + life.toSeconds(), UUID.randomUUID());
        String signed =
                base64("{\"alg\":\"ES256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey(signer));
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the test token cannot be signed", e);
        }
    }

    private static PrivateKey privateKey(String name) throws GeneralSecurityException {
        try {
            String pem = Files.readString(TokenKeys.privateKey(name)).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (IOException e) {
            throw new UncheckedIOException("the key of " + name + " cannot be read", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
