package org.parley.gateway.key;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The first key, which whoever starts the system has put into a file that only its owner can read. */
@Singleton
class BootstrapKey {

    private final Keys keys;
    private final Optional<Path> file;

    BootstrapKey(Keys keys, @ConfigProperty(name = "parley.bootstrap-key-file") Optional<Path> file) {
        this.keys = keys;
        this.file = file;
    }

    void adopt(@Observes StartupEvent started) {
        file.map(BootstrapKey::read).ifPresent(text -> keys.adopt(text, "bootstrap", EnumSet.allOf(Scope.class)));
    }

    private static String read(Path file) {
        try {
            String text = Files.readString(file).strip();
            if (!KeyText.isOne(text)) {
                throw new IllegalStateException(file + " holds no key: parley_ and 43 characters of base64url");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read", e);
        }
    }
}
