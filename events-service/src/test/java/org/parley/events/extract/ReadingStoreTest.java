package org.parley.events.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.extract.Readings.actors;
import static org.parley.events.extract.Readings.byId;
import static org.parley.events.extract.Readings.statements;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.events.ScriptedEventsTest;
import org.parley.extraction.ProposalMention.Kind;
import org.parley.extraction.Speaker;
import org.parley.extraction.StanceValue;

/** Who and which proposal is meant, for findings that are given; so these tests do not move when the engine gets better. */
@ScriptedEventsTest
class ReadingStoreTest {

    private static final String TEXT = """
            Sella Marn said the 28-point plan was fair.

            President Ode Kallur of Tavria called the US-backed plan unworkable. Marn said talks go on.
            """;

    @Inject
    Readings readings;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void forget_earlier_work() {
        Articles.noWork(jdbi);
    }

    @Test
    void a_full_name_is_one_actor_everywhere_and_a_surname_alone_only_in_its_article() {
        UUID first = readings.read(
                TEXT,
                Found.in(TEXT)
                        .person("Sella Marn", null, "the 28-point plan was fair")
                        .person("Marn", null, "talks go on"));
        UUID second = readings.read(
                TEXT,
                Found.in(TEXT)
                        .person("Sella Marn", null, "the 28-point plan was fair")
                        .person("Marn", null, "talks go on"));

        List<String> full = actors(first, second, "the 28-point plan was fair");
        List<String> surname = actors(first, second, "talks go on");

        assertThat(full.get(0)).isEqualTo(full.get(1));
        assertThat(surname.get(0)).isNotEqualTo(surname.get(1));
    }

    @Test
    void spellings_of_one_name_are_one_actor_who_has_them_as_aliases() {
        UUID first = readings.read(TEXT, Found.in(TEXT).person("Volodar Petrenskyy", null, "talks go on"));
        UUID second = readings.read(TEXT, Found.in(TEXT).person("Volodar Petrensky", null, "talks go on"));

        List<String> ids = actors(first, second, "talks go on");
        JsonPath actor = byId("/v1/actors/by-ids", ids.get(0));

        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(actor.getList("items[0].aliases")).contains("Volodar Petrenskyy", "Volodar Petrensky");
    }

    @Test
    void a_capital_that_speaks_is_its_state_and_unnamed_groups_stay_in_their_article() {
        Speaker capital = new Speaker("Moscow", Speaker.Kind.STATE, List.of("Moscow"), null, null);
        Speaker state = new Speaker("Russia", Speaker.Kind.STATE, List.of("Russia"), null, null);
        Speaker group = new Speaker("two diplomats", Speaker.Kind.GROUP, List.of("two diplomats"), null, null);
        UUID first =
                readings.read(TEXT, Found.in(TEXT).says(capital, "talks go on").says(group, "was fair"));
        UUID second =
                readings.read(TEXT, Found.in(TEXT).says(state, "talks go on").says(group, "was fair"));

        List<String> states = actors(first, second, "talks go on");
        List<String> groups = actors(first, second, "was fair");

        assertThat(states.get(0)).isEqualTo(states.get(1));
        assertThat(byId("/v1/actors/by-ids", states.get(0)).getString("items[0].name"))
                .isEqualTo("Russia");
        assertThat(byId("/v1/actors/by-ids", states.get(0)).getList("items[0].aliases"))
                .contains("Moscow", "Russia");
        assertThat(groups.get(0)).isNotEqualTo(groups.get(1));
    }

    @Test
    void a_role_is_kept_with_its_receipt() {
        UUID article = readings.read(TEXT, Found.in(TEXT).person("Ode Kallur", "President", "unworkable"));

        String actor = statements(article).getString("items[0].node.speakers[0].id");
        JsonPath shown = byId("/v1/actors/by-ids", actor);

        assertThat(shown.getString("items[0].roles[0].role")).isEqualTo("President");
        assertThat(shown.getString("items[0].roles[0].receipt.exact")).isEqualTo("President");
        assertThat(shown.getInt("items[0].roles[0].receipt.current.start")).isEqualTo(TEXT.indexOf("President"));
    }

    @Test
    void mentions_with_one_count_and_sponsor_mean_one_proposal_with_the_statements_about_it() {
        UUID first = readings.read(
                TEXT,
                Found.in(TEXT)
                        .names("marn", "tavria", "one plan")
                        .mentions("the 28-point plan", 28, null, Kind.PLAN, 0)
                        .about(0, StanceValue.SUPPORT)
                        .person("Sella Marn", null, "was fair"));
        UUID second = readings.read(
                TEXT,
                Found.in(TEXT)
                        .names("marn", "tavria", "one plan")
                        .mentions("the 28-point plan", 28, "United States", Kind.PLAN, 0)
                        .mentions("the US-backed plan", 28, "United States", Kind.PLAN, 0)
                        .about(1, StanceValue.OPPOSE)
                        .person("Ode Kallur", null, "unworkable"));

        String proposal = statements(first).getString("items[0].node.stances[0].proposalId");
        assertThat(statements(second).getString("items[0].node.stances[0].proposalId"))
                .isEqualTo(proposal);

        JsonPath shown = byId("/v1/proposals/by-ids", proposal);
        assertThat(shown.getInt("items[0].versions[0].pointCount")).isEqualTo(28);
        assertThat(shown.getList("items[0].versions[0].counts[0].receipts.exact"))
                .containsExactly("the 28-point plan", "the 28-point plan");
        assertThat(shown.getString("items[0].proposers[0].name")).isEqualTo("United States");
        assertThat(shown.getString("items[0].proposers[0].kind")).isEqualTo("STATE");
        assertThat(shown.getInt("items[0].mentionCount")).isEqualTo(3);
        assertThat(shown.getList("items[0].versions[0].receipts")).hasSize(2);

        JsonPath mentions = events("read")
                .body(Map.of("ids", List.of(proposal), "first", 2, "count", true))
                .post("/v1/proposals/mentions")
                .jsonPath();
        assertThat(mentions.getList("pages.'%s'.items".formatted(proposal))).hasSize(2);
        assertThat(mentions.getInt("pages.'%s'.total".formatted(proposal))).isEqualTo(3);
        assertThat(mentions.getBoolean("pages.'%s'.hasNext".formatted(proposal)))
                .isTrue();

        JsonPath about = events("read")
                .body(Map.of("by", "PROPOSAL", "keys", List.of(proposal), "count", true))
                .post("/v1/statements/pages-by")
                .jsonPath();
        assertThat(about.getList("pages.'%s'.items.node.content".formatted(proposal)))
                .containsExactlyInAnyOrder("was fair", "unworkable");
        String slug = shown.getString("items[0].slug");
        events("read").get("/v1/proposals/by-slug/" + slug).then().statusCode(200);
        events("read").get("/v1/proposals/by-slug/no-such-plan").then().statusCode(404);
    }

    @Test
    void other_sponsors_are_other_proposals_and_articles_on_other_matters_share_none() {
        Found found = Found.in(TEXT)
                .names("kallur", "tavria", "two plans")
                .mentions("the 28-point plan", 19, "United States", Kind.PLAN, 0)
                .mentions("the US-backed plan", 19, "Tavria", Kind.PLAN, 1)
                .about(0, null)
                .person("Sella Marn", null, "was fair")
                .about(1, null)
                .person("Sella Marn", null, "unworkable");
        Found elsewhere = Found.in(TEXT)
                .names("orr", "vess", "two plans")
                .mentions("the 28-point plan", 19, "United States", Kind.PLAN, 0)
                .about(0, null)
                .person("Sella Marn", null, "was fair");
        List<String> first = statements(readings.read(TEXT, found)).getList("items.node.about.proposalId.flatten()");
        List<String> second = statements(readings.read(TEXT, found)).getList("items.node.about.proposalId.flatten()");
        List<String> third =
                statements(readings.read(TEXT, elsewhere)).getList("items.node.about.proposalId.flatten()");

        assertThat(first).hasSize(2).doesNotHaveDuplicates();
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
        assertThat(third).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void a_later_article_tells_which_proposal_an_earlier_one_meant_and_the_past_stays_as_it_was() {
        UUID first = readings.read(
                TEXT,
                Found.in(TEXT)
                        .names("a", "b", "c")
                        .mentions("the 28-point plan", 28, null, Kind.PLAN, 0)
                        .mentions("the US-backed plan", 19, null, Kind.PLAN, 1)
                        .about(1, StanceValue.SUPPORT)
                        .person("Sella Marn", null, "was fair"));
        String before = statements(first).getString("items[0].node.stances[0].proposalId");
        Instant then = Instant.now();
        readings.read(
                TEXT,
                Found.in(TEXT)
                        .names("a", "b", "c")
                        .mentions("the 28-point plan", 28, "Tavria", Kind.PLAN, 0)
                        .mentions("the US-backed plan", 19, "Tavria", Kind.PLAN, 1)
                        .person("Sella Marn", null, "was fair"));

        String after = statements(first).getString("items[0].node.stances[0].proposalId");
        JsonPath proposal = byId("/v1/proposals/by-ids", after);
        assertThat(proposal.getList("items[0].versions.pointCount")).containsExactlyInAnyOrder(28, 19);
        JsonPath past = events("read")
                .body(Map.of("filter", Map.of("article", List.of(first)), "knownAt", then.toString()))
                .post("/v1/statements/query")
                .jsonPath();
        assertThat(past.getString("items[0].node.stances[0].proposalId")).isEqualTo(before);
        assertThat(byId("/v1/proposals/by-ids", before).getString("items[0].id"))
                .isEqualTo(after);
    }

    @Test
    void a_body_that_one_article_takes_for_a_state_is_one_whichever_came_first() {
        Speaker asBody = new Speaker("Osterland", Speaker.Kind.ORGANISATION, List.of("Osterland"), null, null);
        Speaker asState = new Speaker("Osterland", Speaker.Kind.STATE, List.of("Osterland"), null, null);
        UUID first = readings.read(TEXT, Found.in(TEXT).says(asBody, "talks go on"));
        UUID second = readings.read(TEXT, Found.in(TEXT).says(asState, "talks go on"));
        UUID third = readings.read(TEXT, Found.in(TEXT).says(asBody, "talks go on"));

        List<String> ids = actors(first, second, "talks go on");
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(List.of(first, second, third))
                .allSatisfy(article -> assertThat(statements(article).getString("items[0].node.speakers[0].kind"))
                        .isEqualTo("STATE"));
    }
}
