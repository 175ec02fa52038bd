package org.parley.events.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.kit.problem.ProblemException;

/**
 * What an endpoint's messages are signed with, in the forms of the Standard Webhooks specification.
 *
 * @param text {@code whsec_} and 24 to 64 bytes in Base64 for {@code v1}; {@code whsk_}, the private key, for {@code v1a}
 * @param shown what the receiver checks with: the same secret, or the public key
 */
record Secret(String text, String shown) {

    private static final String SYMMETRIC = "whsec_";
    private static final String PRIVATE = "whsk_";
    private static final String PUBLIC = "whpk_";
    private static final int LEAST = 24;
    private static final int MOST = 64;
    /** The raw key is the end of its X.509 form. */
    private static final int ED25519_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one for {@code v1} or {@code v1a}. */
    static Secret fresh(String signature) {
        if (signature.equals("v1a")) {
            return keyPair();
        }
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String text = SYMMETRIC + Base64.getEncoder().encodeToString(bytes);
        return new Secret(text, text);
    }

    /**
     * The caller's own, for {@code v1}.
     *
     * @throws ProblemException BAD_USER_INPUT if it is not of that form
     */
    static Secret given(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.startsWith(SYMMETRIC) ? text.substring(SYMMETRIC.length()) : "!");
        } catch (IllegalArgumentException e) {
            throw ProblemException.badInput("secret", "has to be whsec_ and then Base64; leave it out to be given one");
        }
        if (bytes.length < LEAST || bytes.length > MOST) {
            throw ProblemException.badInput(
                    "secret", "has to hold " + LEAST + " to " + MOST + " bytes, and holds " + bytes.length);
        }
        return new Secret(text, text);
    }

    private static Secret keyPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] open = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(open, open.length - ED25519_BYTES, open.length);
            return new Secret(
                    PRIVATE
                            + Base64.getEncoder()
                                    .encodeToString(pair.getPrivate().getEncoded()),
                    PUBLIC + Base64.getEncoder().encodeToString(raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /** The signature of a message as it stands in {@code webhook-signature}. */
    static String sign(String text, String id, long timestamp, byte[] body) {
        byte[] head = (id + '.' + timestamp + '.').getBytes(UTF_8);
        try {
            return text.startsWith(SYMMETRIC)
                    ? "v1," + hmac(Base64.getDecoder().decode(text.substring(SYMMETRIC.length())), head, body)
                    : "v1a," + ed25519(Base64.getDecoder().decode(text.substring(PRIVATE.length())), head, body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a webhook cannot be signed", e);
        }
    }

    private static String hmac(byte[] key, byte[] head, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update(head);
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    private static String ed25519(byte[] key, byte[] head, byte[] body) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(key)));
        signature.update(head);
        signature.update(body);
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
