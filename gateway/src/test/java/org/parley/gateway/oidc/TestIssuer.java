package org.parley.gateway.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * An issuer that signs whatever a test wants signed: a code is the claims themselves, so that a test says with the code
 * what it is to be exchanged for. Real providers cannot be had to err.
 */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {

    static final String CLIENT = "parley console";
    static final String SECRET = "a secret: with %, signs";
    static final String AUDIENCE = "https://parley.example/api";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, RsaJsonWebKey> keys = new ConcurrentHashMap<>();
    private final Set<String> published = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private volatile boolean down;

    @Override
    public Map<String, String> start() {
        try {
            for (String id : Set.of("first", "second", "never published")) {
                RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
                key.setKeyId(id);
                keys.put(id, key);
            }
            published.add("first");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
            Path secret = Files.createTempFile("parley-oidc", ".secret");
            Files.writeString(secret, SECRET + "\n");
            return Map.of(
                    "parley.oidc.issuer",
                    issuer(),
                    "parley.oidc.client-id",
                    CLIENT,
                    "parley.oidc.client-secret-file",
                    secret.toString(),
                    "parley.oidc.name",
                    "Example",
                    "parley.oidc.scopes-claim",
                    "realm.roles",
                    "parley.oidc.scopes.editors",
                    "read,review",
                    "parley.oidc.scopes.\"parley admins\"",
                    "read,admin",
                    "parley.oidc.audience",
                    AUDIENCE);
        } catch (IOException | JoseException e) {
            throw new IllegalStateException("no issuer for the test", e);
        }
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Map<String, String> asked = form(
                    exchange.getRequestMethod().equals("POST")
                            ? new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                            : exchange.getRequestURI().getRawQuery());
            switch (path) {
                case "/_publish" -> published.add(asked.get("id"));
                case "/_down" -> down = Boolean.parseBoolean(asked.get("is"));
                default -> {
                    if (down) {
                        return;
                    }
                }
            }
            String told = switch (path) {
                case "/.well-known/openid-configuration" -> description();
                case "/keys" -> published();
                case "/token" -> exchanged(exchange, asked);
                case "/_signed" -> signed(json.readTree(asked.get("claims")).deepCopy());
                case "/userinfo" -> "{\"sub\": \"somebody else\"}";
                default -> "{}";
            };
            byte[] bytes = told.getBytes(UTF_8);
            exchange.sendResponseHeaders(told.startsWith("{\"error") ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (JoseException | java.security.GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private String description() {
        return json.createObjectNode()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/authorize?tenant=1")
                .put("token_endpoint", issuer() + "/token")
                .put("userinfo_endpoint", issuer() + "/userinfo")
                .put("jwks_uri", issuer() + "/keys")
                .toString();
    }

    private String published() {
        return new JsonWebKeySet(published.stream().map(keys::get).toArray(RsaJsonWebKey[]::new)).toJson();
    }

    /** Holds the client to what the code flow asks of it, then gives what the code says. */
    private String exchanged(HttpExchange exchange, Map<String, String> asked)
            throws IOException, JoseException, java.security.GeneralSecurityException {
        ObjectNode code = (ObjectNode) json.readTree(Base64.getUrlDecoder().decode(asked.get("code")));
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(asked.get("code_verifier").getBytes(UTF_8)));
        String basic = new String(
                Base64.getDecoder()
                        .decode(exchange.getRequestHeaders()
                                .getFirst("Authorization")
                                .substring("Basic ".length())),
                UTF_8);
        String[] who = basic.split(":", 2);
        boolean good = code.remove("challenge").asText().equals(challenge)
                && code.remove("redirect").asText().equals(asked.get("redirect_uri"))
                && URLDecoder.decode(who[0], UTF_8).equals(CLIENT)
                && URLDecoder.decode(who[1], UTF_8).equals(SECRET);
        return good
                ? json.createObjectNode()
                        .put("access_token", "opaque")
                        .put("id_token", signed(code))
                        .toString()
                : "{\"error\": \"invalid_grant\"}";
    }

    private String signed(ObjectNode claims) throws JoseException {
        String key = claims.path("key").asText("first");
        claims.remove("key");
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toString());
        signature.setKeyIdHeaderValue(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(keys.get(key).getPrivateKey());
        return signature.getCompactSerialization();
    }

    private static Map<String, String> form(String text) {
        return text == null || text.isEmpty()
                ? Map.of()
                : Arrays.stream(text.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
