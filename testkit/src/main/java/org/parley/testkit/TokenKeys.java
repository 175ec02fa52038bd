package org.parley.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Key pairs for {@code sources}, {@code events}, {@code gateway} and a caller {@code test}, made once a JVM run, and the
 * settings by which the service under test knows them.
 *
 * <p>Use it as {@code @WithTestResource(value = TokenKeys.class, initArgs = @ResourceArg(name = "service", value =
 * "sources"))}. {@code test} may ask for every scope, {@code gateway} too, {@code events} only for {@code read} and
 * {@code feed}: as the launcher sets it up. {@link TestTokens} signs in their names.
 */
public final class TokenKeys implements QuarkusTestResourceLifecycleManager {

    private static final String FOLDER = "parley.testkit.keys";
    private static final List<String> NAMES = List.of("sources", "events", "gateway", "test", "stranger");
    private static final String ALL_SCOPES = "read,feed,partner,review,admin";

    private String service = "sources";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("parley.service.name", service);
        settings.put("parley.token.private-key", privateKey(service).toString());
        settings.put("parley.cursor.key", folder().resolve("cursor.key").toString());
        trust(settings, "test", ALL_SCOPES);
        trust(settings, "gateway", ALL_SCOPES);
        trust(settings, "events", "read,feed");
        return settings;
    }

    private static void trust(Map<String, String> settings, String peer, String scopes) {
        settings.put(
                "parley.token.trusted." + peer + ".public-key", publicKey(peer).toString());
        settings.put("parley.token.trusted." + peer + ".scopes", scopes);
    }

    /** The file with the private key of {@code name}, PKCS#8 in PEM. {@code stranger} is a name nobody trusts. */
    public static Path privateKey(String name) {
        return folder().resolve(name + ".private.pem");
    }

    /** The file with the public key of {@code name}, PEM. */
    public static Path publicKey(String name) {
        return folder().resolve(name + ".public.pem");
    }

    private static synchronized Path folder() {
        String known = System.getProperty(FOLDER);
        if (known != null) {
            return Path.of(known);
        }
        try {
            Path folder = Files.createTempDirectory("parley-keys");
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            for (String name : NAMES) {
                var pair = generator.generateKeyPair();
                Files.writeString(folder.resolve(name + ".private.pem"), pem("PRIVATE KEY", pair.getPrivate()));
                Files.writeString(folder.resolve(name + ".public.pem"), pem("PUBLIC KEY", pair.getPublic()));
            }
            byte[] cursorKey = new byte[32];
            new SecureRandom().nextBytes(cursorKey);
            Files.write(folder.resolve("cursor.key"), cursorKey);
            System.setProperty(FOLDER, folder.toString());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("keys for the tests cannot be written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys for the tests cannot be made", e);
        }
    }

    private static String pem(String kind, Key key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    @Override
    public void stop() {
        // The keys serve the next start too.
    }
}
