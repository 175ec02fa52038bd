package org.parley.launcher.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.function.Supplier;
import org.parley.launcher.Failure;

/** The secrets of a home. Each is made the first time it is asked for and kept in a file only the owner can read. */
public final class Secrets {

    private final SecureRandom random = new SecureRandom();
    private final Home home;

    public Secrets(Home home) {
        this.home = home;
    }

    /** File with the first admin key: the prefix {@code parley_} and 256 random bits. */
    public Path adminKeyFile() {
        return kept(
                home.keys().resolve("admin.key"),
                () -> ("parley_" + token() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    public String adminKey() {
        return text(adminKeyFile());
    }

    /** File with the 32 bytes that sign cursors. */
    public Path cursorKeyFile() {
        return kept(home.keys().resolve("cursor.key"), () -> bytes(32));
    }

    /** Password of a PostgreSQL role; letters, digits, {@code -} and {@code _} only, so it needs no quoting anywhere. */
    public String password(String role) {
        return text(passwordFile(role));
    }

    public Path passwordFile(String role) {
        return kept(
                home.passwords().resolve(role + ".password"),
                () -> (token() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** File with the private half (PKCS #8, PEM) of the key a service signs its tokens with. */
    public Path privateKeyFile(String service) {
        makeKeyPair(service);
        return privateFile(service);
    }

    /** File with the public half (X.509 SubjectPublicKeyInfo, PEM), which the service's peers trust. */
    public Path publicKeyFile(String service) {
        makeKeyPair(service);
        return publicFile(service);
    }

    private Path privateFile(String service) {
        return home.keys().resolve(service + ".private.pem");
    }

    private Path publicFile(String service) {
        return home.keys().resolve(service + ".public.pem");
    }

    private void makeKeyPair(String service) {
        // The public half is written last: a start that died in between makes a whole new pair.
        if (Files.exists(publicFile(service)) && Files.exists(privateFile(service))) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            PrivateFiles.write(
                    privateFile(service), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            PrivateFiles.write(
                    publicFile(service), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no P-256 keys", e);
        } catch (IOException e) {
            throw new Failure("Cannot write the keys of " + service + ": " + PrivateFiles.reason(e), e);
        }
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private Path kept(Path file, Supplier<byte[]> fresh) {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, fresh.get());
            }
            return file;
        } catch (IOException e) {
            throw new Failure("Cannot write " + file + ": " + PrivateFiles.reason(e), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failure("Cannot read " + file + ": " + PrivateFiles.reason(e), e);
        }
    }

    private String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
