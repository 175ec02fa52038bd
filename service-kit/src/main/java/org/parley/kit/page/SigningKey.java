package org.parley.kit.page;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key that cursors are signed with: {@code parley.cursor.key}, a file of 32 random bytes or more. */
@ApplicationScoped
class SigningKey {

    /** Keyed once: a page has a cursor for each of its rows. */
    private final Mac keyed;

    SigningKey(@ConfigProperty(name = "parley.cursor.key") Optional<Path> file) {
        byte[] bytes = file.map(SigningKey::read).orElseGet(SigningKey::madeUp);
        if (bytes.length < 32) {
            throw new IllegalStateException("parley.cursor.key: " + file.orElseThrow() + " has less than 32 bytes");
        }
        try {
            this.keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(bytes, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make HMAC-SHA-256", e);
        }
    }

    void readAtStart(@Observes StartupEvent started) {
        // Being called is enough: a service without its key does not start, instead of failing at the first page.
    }

    Mac mac() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java cannot copy HMAC-SHA-256", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("parley.cursor.key: " + file + " cannot be read", e);
        }
    }

    private static byte[] madeUp() {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            throw new IllegalStateException("parley.cursor.key is not set: name a file of 32 random bytes");
        }
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
