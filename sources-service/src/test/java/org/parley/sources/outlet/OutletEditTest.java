package org.parley.sources.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.parley.sources.Calls.admin;
import static org.parley.sources.Calls.as;
import static org.parley.sources.Calls.members;
import static org.parley.sources.Calls.read;
import static org.parley.sources.Calls.submit;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.parley.sources.SourcesTest;

@QuarkusTest
@SourcesTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutletEditTest {

    @Inject
    Jdbi jdbi;

    @Test
    void an_outlet_is_added_changed_retired_and_all_of_it_is_told_and_noted() {
        String id = admin(
                        "POST",
                        "/v1/outlets",
                        "name",
                        "Edited Post",
                        "homepage",
                        "https://edited.example.org/",
                        "kind",
                        "NEWSPAPER",
                        "country",
                        "CH",
                        "timeZone",
                        "Europe/Zurich",
                        "cleaning",
                        members("main", "div.story", "strip", List.of(".ad")))
                .then()
                .statusCode(201)
                .body("cleaning.main", equalTo("div.story"))
                .body("state", equalTo("ACTIVE"))
                .extract()
                .path("id");

        admin("PATCH", "/v1/outlets/" + id, "name", "Edited Times", "country", null)
                .then()
                .statusCode(200)
                .body("name", equalTo("Edited Times"))
                .body("country", nullValue())
                .body("timeZone", equalTo("Europe/Zurich"));
        admin("POST", "/v1/outlets/" + id + "/retire").then().body("state", equalTo("RETIRED"));
        admin("POST", "/v1/outlets/" + id + "/resume").then().body("state", equalTo("ACTIVE"));

        assertThat(texts(
                        "select type || ' ' || (data->>'reason') from outbox where subject = :id order by xid, seq",
                        id))
                .containsExactly(
                        "org.parley.outlet.created.v1 ADMIN",
                        "org.parley.outlet.changed.v1 ADMIN",
                        "org.parley.outlet.changed.v1 ADMIN",
                        "org.parley.outlet.changed.v1 ADMIN");
        assertThat(texts(
                        "select action || ' ' || who || ' ' || caller from audit where subject_id = :id order by id",
                        id))
                .containsExactly(
                        "outlet.create tester test",
                        "outlet.change tester test",
                        "outlet.retire tester test",
                        "outlet.resume tester test");
        assertThat(texts(
                        "select before->>'name' || ' > ' || (after->>'name') from audit where subject_id = :id and action = 'outlet.change'",
                        id))
                .containsExactly("Edited Post > Edited Times");
        submit("text", "By the edited outlet.", "outlet", "edited times")
                .then()
                .body("article.outlet.id", equalTo(id))
                .body("article.outlet.kind", equalTo("NEWSPAPER"));
    }

    @Test
    void what_is_wrong_is_named() {
        String taken = admin("POST", "/v1/outlets", "name", "Taken Name").path("id");
        String other = admin("POST", "/v1/outlets", "name", "Other Name").path("id");

        admin("POST", "/v1/outlets", "name", "taken name")
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("name"));
        admin("PATCH", "/v1/outlets/" + other, "name", "TAKEN NAME").then().statusCode(409);
        admin("PATCH", "/v1/outlets/" + taken, "name", "Taken name").then().statusCode(200);
        for (List<Object> wrong : Arrays.<List<Object>>asList(
                List.of("name", ""),
                List.of("kind", "BLOG"),
                List.of("country", "XX"),
                List.of("timeZone", "Mars/North"),
                List.of("homepage", "javascript:alert(1)"),
                List.of("colour", "red"))) {
            admin("PATCH", "/v1/outlets/" + taken, wrong.toArray())
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(wrong.get(0)));
        }
        admin("PATCH", "/v1/outlets/" + taken, "cleaning", members("main", "div[["))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cleaning.main"));
        admin("POST", "/v1/outlets/" + UUID.randomUUID() + "/retire").then().statusCode(404);
        as("read")
                .contentType("application/json")
                .body("{\"name\":\"x\"}")
                .post("/v1/outlets")
                .then()
                .statusCode(403);
        read("/v1/outlets/by-ids", "ids", List.of(taken)).then().body("items[0].name", equalTo("Taken name"));
    }

    private List<String> texts(String sql, String id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("id", id).mapTo(String.class).list());
    }
}
