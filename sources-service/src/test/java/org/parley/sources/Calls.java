package org.parley.sources;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.parley.testkit.TestTokens;

/** What tests ask of the service, in a line each. */
public final class Calls {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final RestAssuredConfig AS_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-ndjson", io.restassured.http.ContentType.TEXT));

    private Calls() {}

    public static RequestSpecification as(String... scopes) {
        return given().config(AS_IS).header("Authorization", TestTokens.bearer("sources", scopes));
    }

    /** Members in pairs: name, value. */
    public static Map<String, Object> members(Object... pairs) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.put((String) pairs[i], pairs[i + 1]);
        }
        return members;
    }

    public static Response submit(Object... pairs) {
        return submitJson(json(members(pairs)));
    }

    public static Response submitJson(String json) {
        return as("admin")
                .contentType("application/json")
                .body(json.getBytes(UTF_8))
                .post("/v1/articles");
    }

    public static Response submitText(byte[] text, Map<String, ?> parameters) {
        return as("admin")
                .contentType("text/plain")
                .queryParams(parameters)
                .body(text)
                .post("/v1/articles");
    }

    /** The rows of the answer. */
    public static List<Map<String, Object>> bulk(byte[] lines) {
        byte[] answer = as("admin")
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/v1/articles/bulk")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asByteArray();
        return new String(answer, UTF_8).lines().map(Calls::parsed).toList();
    }

    /** A call as an admin, with a JSON body of these members. */
    public static Response admin(String method, String path, Object... pairs) {
        return as("admin", "read")
                .contentType("application/json")
                .body(json(members(pairs)))
                .request(method, path);
    }

    /** A call as an admin without a body. */
    public static Response admin(String method, String path) {
        return as("admin", "read").request(method, path);
    }

    /** The id of a new outlet of that name. */
    public static String outlet(String name) {
        return admin("POST", "/v1/outlets", "name", name)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response read(String path, Object... pairs) {
        return as("read")
                .contentType("application/json")
                .body(json(members(pairs)))
                .post(path);
    }

    /** Waits until everything stored can be found by its words. */
    public static void awaitSearch() {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (as("read").get("/v1/status").jsonPath().getLong("searchBacklog") > 0) {
            if (System.nanoTime() > until) {
                throw new AssertionError("articles are still not findable after 30 s");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parsed(String line) {
        try {
            return JSON.readValue(line, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }
}
