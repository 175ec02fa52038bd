package org.parley.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void create() {
        home = new Home(folder.resolve("home"));
        home.create();
    }

    @Test
    void the_admin_key_is_made_once_and_holds_256_random_bits() {
        String key = new Secrets(home).adminKey();
        assertThat(key).startsWith("parley_");
        assertThat(Base64.getUrlDecoder().decode(key.substring("parley_".length())))
                .hasSize(32);
        assertThat(new Secrets(home).adminKey()).isEqualTo(key);

        Home other = new Home(folder.resolve("other"));
        other.create();
        assertThat(new Secrets(other).adminKey()).isNotEqualTo(key);
    }

    @Test
    void the_two_halves_of_a_token_key_belong_together_and_are_kept() throws Exception {
        Secrets secrets = new Secrets(home);
        PrivateKey mine = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(der(secrets.privateKeyFile("sources"))));
        PublicKey theirs = KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(der(new Secrets(home).publicKeyFile("sources"))));

        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(mine);
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();
        signature.initVerify(theirs);
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void a_pair_of_which_one_half_is_missing_is_made_anew() throws Exception {
        Secrets secrets = new Secrets(home);
        String before = Files.readString(secrets.privateKeyFile("events"));
        Files.delete(secrets.publicKeyFile("events"));
        assertThat(secrets.publicKeyFile("events")).exists();
        assertThat(Files.readString(secrets.privateKeyFile("events"))).isNotEqualTo(before);
    }

    @Test
    void nobody_but_the_owner_can_read_any_of_it() throws IOException {
        Secrets secrets = new Secrets(home);
        secrets.adminKeyFile();
        secrets.cursorKeyFile();
        secrets.privateKeyFile("gateway");
        secrets.password("sources");
        try (Stream<Path> all = Files.walk(home.path())) {
            assertThat(all).hasSizeGreaterThan(8).allSatisfy(path -> {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                assertThat(permissions).isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            });
        }
        assertThat(Files.size(secrets.cursorKeyFile())).isEqualTo(32);
        assertThat(secrets.password("sources")).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(secrets.password("events"));
    }

    private static byte[] der(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[^-]+-----", ""));
    }
}
