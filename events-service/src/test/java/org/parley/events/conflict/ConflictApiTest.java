package org.parley.events.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.events.sources.Newsroom.events;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;
import org.parley.events.sources.Newsroom.Printed;

/** Where the outlets of the fictional ceasefire talks disagree. */
@EventsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConflictApiTest {

    private Map<String, Printed> printed;

    @BeforeAll
    void print_the_dossier() {
        printed = Newsroom.dossier();
    }

    @Test
    void two_days_told_for_one_remark_are_a_conflict_with_a_side_for_each() {
        JsonPath found = query(Map.of(
                "kind", List.of("DATE"), "article", List.of(printed.get("06").id())));

        assertThat(found.getList("items")).hasSize(1);
        assertThat(found.getList("items[0].node.sides.value")).containsExactly("2027-03-03", "2027-03-04");
        assertThat(found.getList("items[0].node.sides[1].statementIds")).hasSize(2);
        assertThat(found.getString("items[0].node.explanation")).contains("Compass & Quill", "Meridian Wire");
        assertThat(found.getString("items[0].node.resolution")).isEqualTo("CONTRADICTION");
        assertThat(found.getString("items[0].node.utteranceId")).isNotBlank();
        assertThat(found.getString("items[0].node.speaker.name")).isEqualTo("Dragomir Toleš");
        assertThat(found.getString("items[0].node.sides[0].receipts[0].exact")).contains("a floor");
    }

    @Test
    void a_corrected_quotation_and_a_corrected_number_are_resolved_by_the_correction() {
        JsonPath found = query(Map.of(
                "resolution", List.of("RESOLVED_BY_CORRECTION"),
                "article", List.of(printed.get("08").id())));

        assertThat(found.getList("items.node.kind")).containsExactlyInAnyOrder("WORDING", "POINT_COUNT");
        JsonPath numbers = query(Map.of(
                "kind", List.of("POINT_COUNT"),
                "article", List.of(printed.get("08").id())));
        assertThat(numbers.getList("items[0].node.sides.value")).containsExactly("13", "12");
        assertThat(numbers.getList("items[0].node.sides[0].assertions")).isNotEmpty();
        assertThat(numbers.getString("items[0].node.sides[0].receipts[0].placement"))
                .isEqualTo("ORPHANED");
        assertThat(numbers.getString("items[0].node.sides[1].receipts[0].placement"))
                .isEqualTo("PLACED");
        assertThat(numbers.getList("items[0].node.sides[0].assertions.field"))
                .as("one assertion, however often the article says it")
                .hasSize(1);
    }

    @Test
    void an_office_that_follows_another_is_no_contradiction() {
        JsonPath found = query(Map.of("kind", List.of("ROLE")));

        assertThat(found.getList("items.node.resolution")).containsOnly("SUPERSEDED_IN_TIME");
        assertThat(found.getList("items[0].node.sides.value"))
                .containsExactly("Special envoy", "Lusande's foreign minister");
    }

    @Test
    void withdrawn_and_never_withdrawn_are_a_conflict_and_what_may_be_is_none() {
        Printed one = print(
                "2027-05-03",
                "Envoys of Norway and Chile met in Turku. \"The 31-point Turku plan was withdrawn over the weekend,\" "
                        + "Norway's envoy Petra Halloran told reporters on Monday.");
        Printed other = print(
                "2027-05-05",
                "Envoys of Norway and Chile met in Turku again. \"The 31-point Turku plan was never withdrawn,\" "
                        + "Chile's envoy Jonas Kest said on Wednesday. \"The 31-point Turku plan may be signed in June,\" Kest said.");

        JsonPath found = query(Map.of("kind", List.of("STATUS"), "article", List.of(one.id())));

        assertThat(found.getList("items.node.resolution")).containsExactly("OPEN");
        assertThat(found.getList("items[0].node.sides.value")).containsExactly("withdrawn", "not withdrawn");
        assertThat(found.getList("items[0].node.sides[1].receipts.articleId"))
                .containsOnly(other.id().toString());
        assertThat(found.getString("items[0].node.explanation")).contains("Gazette");
    }

    @Test
    void an_article_that_goes_on_with_the_version_before_is_told_from_one_that_looks_back() {
        Printed cut = print(
                "2027-06-07",
                "Envoys of Kenya and Peru met in Geneva. Mediators cut the Geneva plan from 23 points to 19 on Monday.");
        Printed late = print(
                "2027-06-14",
                "Envoys of Kenya and Peru left Geneva. The 23-point Geneva plan asks both sides to leave the coast.");
        Printed back = print(
                "2027-06-15",
                "Envoys of Kenya and Peru left Geneva. The original 23-point Geneva plan was put forward in May.");

        JsonPath found = query(Map.of("kind", List.of("VERSION"), "article", List.of(late.id())));

        assertThat(found.getList("items.node.resolution")).containsExactly("OPEN");
        assertThat(found.getList("items[0].node.sides.value")).containsExactly("23 points", "19 points");
        assertThat(found.getList("items[0].node.sides[0].receipts.articleId"))
                .containsOnly(late.id().toString());
        assertThat(found.getList("items[0].node.sides[1].receipts.articleId"))
                .containsOnly(cut.id().toString());
        assertThat(query(Map.of("kind", List.of("VERSION"), "article", List.of(back.id())))
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void outlets_that_give_two_amounts_for_one_remark_are_a_conflict() {
        String told =
                "Envoys of Malta and Togo met in Sliema. Malta's envoy Petra Sultana told reporters that the monitors would stay"
                        + " on the southern bridge for %s once the harbour opens.";
        Printed one = print("2027-08-03", told.formatted("30 days"));
        Printed other = print("2027-08-03", told.formatted("90 days"));
        print("2027-08-03", told.formatted("about 60 days"));

        JsonPath found = query(Map.of("kind", List.of("AMOUNT"), "article", List.of(one.id())));

        assertThat(found.getList("items")).hasSize(1);
        assertThat(found.getList("items[0].node.sides.value", String.class))
                .containsExactlyInAnyOrder("30 days", "90 days");
        assertThat(found.getList("items[0].node.sides.receipts.flatten().articleId", String.class))
                .contains(one.id().toString(), other.id().toString());
        assertThat(found.getString("items[0].node.explanation")).contains("an amount");
    }

    @Test
    void a_corrected_amount_is_resolved_by_the_correction_and_shows_who_gave_it_too() {
        String address = Newsroom.address();
        String told =
                "Envoys of Norway and Peru met in Oslo. Norway's envoy Ada Lind brought the 17-point Oslo plan. The plan offers the mills a quota of %s million tonnes.";
        Printed other = print(
                "2027-09-02",
                "Envoys of Norway and Peru met in Oslo. Norway's envoy Ada Lind said the 17-point Oslo plan"
                        + " has a quota of 2.4 million tonnes.");
        print(address, "2027-09-03", told.formatted("4.2"));
        Printed corrected =
                print(address, "2027-09-03", told.formatted("2.4") + " Correction: the quota was misstated.");

        JsonPath found = query(Map.of("kind", List.of("AMOUNT"), "article", List.of(corrected.id())));

        assertThat(found.getList("items.node.resolution")).containsExactly("RESOLVED_BY_CORRECTION");
        assertThat(found.getList("items[0].node.sides.value")).containsExactly("4200000 ton", "2400000 ton");
        assertThat(found.getList("items[0].node.sides[1].receipts.articleId", String.class))
                .contains(other.id().toString(), corrected.id().toString());
    }

    @Test
    void taking_one_thing_and_refusing_another_in_one_article_is_no_contradiction() {
        Printed weighed = print(
                "2027-10-05",
                "Envoys of Fiji and Cuba met in Suva. Fiji's envoy Mere Tuki said on Tuesday that she rejected the 21-point Suva"
                        + " plan. She told reporters that Fiji supported the 21-point Suva plan on trade.");

        assertThat(query(Map.of("kind", List.of("STANCE"), "article", List.of(weighed.id())))
                        .getList("items"))
                .isEmpty();
        print(
                "2027-10-05",
                "Envoys of Fiji and Cuba met in Suva. Fiji's envoy Mere Tuki said on Tuesday that she supported the 21-point Suva plan.");
        assertThat(query(Map.of("kind", List.of("STANCE"), "article", List.of(weighed.id())))
                        .getList("items.node.resolution"))
                .containsExactly("OPEN");
    }

    @Test
    void filters_by_statement_and_speaker_and_pages_by_id() {
        JsonPath one = query(Map.of("kind", List.of("DATE")));
        String id = one.getString("items[0].node.id");
        String statement = one.getString("items[0].node.sides[0].statementIds[0]");
        String speaker = one.getString("items[0].node.speaker.id");

        assertThat(query(Map.of("statement", List.of(statement), "kind", List.of("DATE")))
                        .getList("items.node.id"))
                .containsExactly(id);
        assertThat(query(Map.of("speaker", List.of(speaker))).getList("items.node.id"))
                .contains(id);
        assertThat(query(Map.of("statement", List.of(UUID.randomUUID()))).getList("items"))
                .isEmpty();
        List<Object> items = events("read")
                .body(Map.of("ids", List.of(UUID.randomUUID(), id)))
                .post("/v1/conflicts/by-ids")
                .jsonPath()
                .getList("items");
        assertThat(items.get(0)).isNull();
        assertThat(items.get(1)).extracting("id").isEqualTo(id);
    }

    @Test
    void every_conflict_has_two_sides_that_rest_on_something() {
        JsonPath all = query(Map.of());

        for (int i = 0; i < all.getList("items").size(); i++) {
            assertThat(all.getList("items[" + i + "].node.sides")).hasSizeGreaterThan(1);
            assertThat(all.getList("items[" + i + "].node.sides.receipts"))
                    .allSatisfy(receipts -> assertThat((List<?>) receipts).isNotEmpty());
        }
    }

    private static Printed print(String day, String text) {
        return print(Newsroom.address(), day, text);
    }

    private static Printed print(String address, String day, String text) {
        Printed printed = Newsroom.printJson("""
                {"outlet": "The Gazette", "url": "%s", "headline": "Talks go on", "published": "%sT10:00:00Z", "language": "en", "text": "%s"}""".formatted(address, day, text.replace("\"", "\\\"")), null);
        Newsroom.awaitRead(printed);
        return printed;
    }

    private static JsonPath query(Map<String, Object> filter) {
        return events("read")
                .body(Map.of("filter", filter, "first", 100))
                .post("/v1/conflicts/query")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
