package org.parley.gateway.oidc;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.parley.gateway.GatewayTest;

/**
 * Signing in with npm's oidc-provider, which is certified, from a browser's first request to the last; it is fetched by
 * {@code npm ci} in {@code src/test/oidc}, and this test is left out without it.
 */
@QuarkusTest
@EnabledIf("isFetched")
@WithTestResource(RealProvider.class)
class RealProviderTest extends GatewayTest {

    private static final Path FOLDER = Path.of("src/test/oidc");
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    @TestHTTPResource("/console/oidc/")
    URI desk;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.ALWAYS)
            .build();

    static boolean isFetched() {
        return Files.exists(FOLDER.resolve("node_modules/oidc-provider"));
    }

    @Test
    void somebody_signs_in_and_may_do_what_his_groups_give_him() throws IOException, InterruptedException {
        URI issuer = ConfigProvider.getConfig().getValue("parley.oidc.issuer", URI.class);
        Process provider = new ProcessBuilder(
                        "node",
                        "provider.mjs",
                        Integer.toString(issuer.getPort()),
                        desk.resolve("callback").toString())
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader told = new BufferedReader(new InputStreamReader(provider.getInputStream(), UTF_8))) {
            assertThat(told.lines().anyMatch("ready"::equals)).isTrue();
            HttpResponse<String> login = get(desk.resolve("start?then=/statements"));
            HttpResponse<String> consent = submit(login, "prompt=login&login=anna&password=any");
            HttpResponse<String> console = submit(consent, "prompt=consent");
            assertThat(console.uri().getPath()).isEqualTo("/statements");
        } finally {
            provider.destroy();
        }
        String session = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("parley_session"))
                .findFirst()
                .orElseThrow()
                .getValue();
        JsonPath who = given().cookie("parley_session", session)
                .header("X-Parley-Console", "1")
                .get("/console/session")
                .jsonPath();
        assertThat(who.getString("label")).isEqualTo("anna@example.org");
        assertThat(who.getList("scopes")).containsExactly("read", "review");
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> submit(HttpResponse<String> page, String fields)
            throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as("%s %s", page.uri(), page.body()).isTrue();
        return browser.send(
                HttpRequest.newBuilder(page.uri().resolve(form.group(1)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
    }
}
