package org.parley.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks secrets away that have to be read again, such as those webhooks are signed with: a copy of the database alone
 * tells nobody any. AES-GCM with a key derived from the one that cursors are signed with.
 */
@ApplicationScoped
public class SecretBox {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SecretBox(SigningKey signing) {
        this.key = new SecretKeySpec(signing.mac().doFinal("secret box 1".getBytes(UTF_8)), "AES");
    }

    /** The secret as it can be stored. */
    public String lock(String secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] locked = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE + locked.length);
        System.arraycopy(locked, 0, all, NONCE, locked.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /**
     * What was locked.
     *
     * @throws IllegalStateException if it was locked with another key
     */
    public String unlock(String stored) {
        byte[] all = Base64.getDecoder().decode(stored);
        return new String(
                run(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), Arrays.copyOfRange(all, NONCE, all.length)), UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret was locked with another parley.cursor.key", e);
        }
    }
}
