package org.parley.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes cursors opaque: bytes, signed for one purpose of one service, in characters that need no escaping in a URL.
 *
 * <p>Signing is no secrecy. It keeps clients from building cursors of their own, which would make their form an API.
 */
@ApplicationScoped
public class CursorSeal {

    private static final int MAC_LENGTH = 12;

    private final SigningKey key;
    private final String service;

    CursorSeal(SigningKey key, @ConfigProperty(name = "parley.service.name") String service) {
        this.key = key;
        this.service = service;
    }

    /** The cursor that holds {@code content}; only {@link #open} with the same purpose opens it. */
    public String seal(String purpose, byte[] content) {
        byte[] sealed = Arrays.copyOf(content, content.length + MAC_LENGTH);
        System.arraycopy(mac(purpose, content), 0, sealed, content.length, MAC_LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** What was sealed, or nothing if this is no cursor of this service for this purpose. */
    public Optional<byte[]> open(String purpose, String cursor) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (sealed.length < MAC_LENGTH) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(sealed, sealed.length - MAC_LENGTH);
        // Base64 ignores stray bits of its last character: only the form we gave out counts.
        return seal(purpose, content).equals(cursor) ? Optional.of(content) : Optional.empty();
    }

    private byte[] mac(String purpose, byte[] content) {
        Mac mac = key.mac();
        mac.update((service + '\n' + purpose + '\n').getBytes(UTF_8));
        return mac.doFinal(content);
    }
}
