package org.parley.events.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;
import org.parley.extraction.Extraction;

/** Proposals of a negotiation from the articles that tell of them, whatever order they come in. */
class ResolutionTest {

    private static final List<String> TEXTS = List.of(
            "Mediators cut the draft ceasefire plan from 31 points to 17. The original 31-point plan, which Osterland handed"
                    + " to both sides on March 2, would have capped the fleet at nine ships. Marrow welcomed the shorter text.",
            "The new draft ceasefire plan has 18 points, against 31 in the first draft. Marrow published six conditions on March 6.",
            "Marrow's six conditions are not negotiable, an envoy said. The 17-point plan includes an exchange of prisoners.",
            "A third version of the ceasefire plan, still 17 points but now with a security annex, was presented on Wednesday.",
            "The ceasefire plan is dead, the harbour master said. The plan had few friends.");

    private static final Engine ENGINE = Engine.load();

    @Test
    void the_order_of_arrival_changes_nothing() {
        List<ArticleEvidence> articles = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            articles.add(article("a" + i, TEXTS.get(i), LocalDate.of(2027, 3, 5 + i), true));
        }

        sameInAnyOrder(articles);
    }

    @Test
    void counts_of_one_cut_that_differ_are_one_version_with_both_numbers_the_most_stated_first() {
        Resolved resolved = Resolution.of(List.of(
                article("a", TEXTS.get(0), LocalDate.of(2027, 3, 5), true),
                article("b", TEXTS.get(1), LocalDate.of(2027, 3, 6), true),
                article("c", TEXTS.get(2), LocalDate.of(2027, 3, 7), true)));

        Resolved.Proposal plan = resolved.proposals().get(0);
        assertThat(plan.versions()).extracting(Resolved.OneVersion::pointCount).containsExactly(31, 17);
        assertThat(plan.versions().get(1).previous()).isZero();
        assertThat(plan.versions().get(1).counts())
                .extracting(Resolved.Stated::value)
                .containsExactly(17, 18);
        assertThat(resolved.proposals()).anySatisfy(terms -> {
            assertThat(terms.sponsors()).containsExactly("Marrow");
            assertThat(terms.versions().get(0).pointCount()).isEqualTo(6);
        });
    }

    @Test
    void the_same_number_of_two_makers_is_a_question_and_no_answer() {
        Resolved resolved = Resolution.of(List.of(
                article("a", "Norway presented a 14-point peace plan on March 2.", LocalDate.of(2027, 3, 3), true),
                article("b", "Chile presented a 14-point peace plan on March 4.", LocalDate.of(2027, 3, 5), true)));

        assertThat(resolved.proposals()).hasSize(2);
        assertThat(resolved.doubtful())
                .singleElement()
                .satisfies(pair -> assertThat(pair.why()).contains("14 points", "different makers"));
    }

    @Test
    void what_an_older_version_of_an_article_said_states_nothing_any_more() {
        Resolved resolved = Resolution.of(List.of(
                article("a", TEXTS.get(0), LocalDate.of(2027, 3, 5), true),
                article("b", TEXTS.get(1), LocalDate.of(2027, 3, 6), false)));

        assertThat(resolved.proposals().get(0).versions().get(1).counts())
                .extracting(Resolved.Stated::value)
                .containsExactly(17);
    }

    @Test
    void claims_that_go_in_a_circle_are_refused() {
        Resolved resolved = Resolution.of(List.of(
                article("a", "The peace plan was cut from 30 points to 20.", LocalDate.of(2027, 3, 5), true),
                article("b", "The peace plan was expanded from 20 points to 30.", LocalDate.of(2027, 3, 6), true)));

        List<Resolved.OneVersion> versions = resolved.proposals().get(0).versions();
        assertThat(versions).hasSize(2);
        assertThat(versions.stream().filter(version -> version.previous() >= 0)).hasSize(1);
    }

    @Test
    void without_a_date_a_bare_name_leaves_its_version_open() {
        ArticleEvidence undated = article("z", TEXTS.get(4), null, true);
        Resolved resolved = Resolution.of(List.of(article("a", TEXTS.get(0), LocalDate.of(2027, 3, 5), true), undated));

        assertThat(resolved.meant().get(new Meant(undated.article(), 1, 0))).isEqualTo(new Resolved.Place(0, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B"})
    @EnabledIfSystemProperty(named = "parley.eval.dir", matches = ".+")
    void a_dossier_comes_out_the_same_in_any_order(String dossier) throws IOException {
        List<ArticleEvidence> articles = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(Path.of(System.getProperty("parley.eval.dir"), "dossiers", dossier, "articles"))) {
            for (Path file : files.sorted().toList()) {
                JsonNode article = new ObjectMapper().readTree(file.toFile());
                articles.add(article(
                        file.getFileName().toString(),
                        article.get("text").asText(),
                        LocalDate.parse(article.get("published").asText().substring(0, 10)),
                        true));
            }
        }

        sameInAnyOrder(articles);
    }

    private static void sameInAnyOrder(List<ArticleEvidence> articles) {
        Resolved expected = Resolution.of(articles);
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            List<ArticleEvidence> shuffled = new ArrayList<>(articles);
            Collections.shuffle(shuffled, random);
            assertThat(Resolution.of(shuffled)).isEqualTo(expected);
        }
    }

    private static ArticleEvidence article(String key, String text, LocalDate day, boolean current) {
        Extraction found = ENGINE.extract(new ArticleText(text, null, day, "en"));
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new ArticleEvidence(id, id, 1, current, key, day, Evidence.of(found, text), Map.of());
    }
}
