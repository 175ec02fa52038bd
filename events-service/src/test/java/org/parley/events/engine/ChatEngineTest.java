package org.parley.events.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.events.engine.ChatStandIn.Answer;
import org.parley.extraction.ArticleText;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StatementForm;
import org.parley.kit.outbound.OutboundHttp;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChatEngineTest {

    private static final String TEXT = "\u201CThe ferry sails at dawn,\u201D said Ines Duarte, the harbour master.\n\n"
            + "Tom Pike denied that the  pier had been sold.";
    private static final ArticleText ARTICLE = new ArticleText(TEXT, "Ferry news", LocalDate.of(2031, 5, 4), "en");
    private static final String CLAIM = """
            {"content": ["%s"], "cue": "%s", "speakerMention": %s, "speaker": %s, "speakerKind": "PERSON", "act": "%s",
             "negated": %s, "addressee": null, "place": null, "via": null}""";
    private static final String GOOD = CLAIM.formatted(
            "\\\"The ferry sails at dawn,\\\"",
            "said",
            "\"Ines Duarte, the harbour master\"",
            "\"Ines Duarte\"",
            "ANNOUNCE",
            false);
    private static final String DENIAL =
            CLAIM.formatted("the pier had been sold", "denied", "\"Tom Pike\"", "\"Tom Pike\"", "DENY", true);

    @TempDir
    private Path folder;

    private ChatStandIn server;
    private OutboundHttp http;
    private ChatEngine engine;

    private record Config(Optional<String> url, Optional<Path> keyFile, Duration timeout) implements OtherEngineConfig {

        @Override
        public String model() {
            return "tern-7b";
        }

        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int longestText() {
            return 1_000;
        }
    }

    @BeforeEach
    void start() {
        server = new ChatStandIn();
        engine = engine(Optional.empty());
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.close();
    }

    @Test
    void what_stands_in_the_text_becomes_statements_with_places() {
        server.answers(request -> Answer.says("{\"statements\": [%s, %s]}".formatted(GOOD, DENIAL)));

        ClaimCheck.Checked found = engine.ask(ARTICLE);

        assertThat(found.claimed()).isEqualTo(2);
        assertThat(found.dropped()).isEmpty();
        ExtractedStatement first = found.kept().get(0);
        assertThat(first.content().get(0).of(TEXT)).isEqualTo("\u201CThe ferry sails at dawn,\u201D");
        assertThat(first.form()).isEqualTo(StatementForm.DIRECT);
        assertThat(first.act()).isEqualTo(SpeechAct.ANNOUNCE);
        assertThat(first.cue().of(TEXT)).isEqualTo("said");
        assertThat(first.speakers()).extracting(Speaker::name).containsExactly("Ines Duarte");
        ExtractedStatement second = found.kept().get(1);
        assertThat(second.content().get(0).of(TEXT)).isEqualTo("the  pier had been sold");
        assertThat(second.form()).isEqualTo(StatementForm.INDIRECT);
        assertThat(second.negated()).isTrue();
        assertThat(engine.extract(ARTICLE).statements()).isEqualTo(found.kept());
    }

    @Test
    void it_asks_for_a_schema_with_the_article_and_its_day() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "secret-words\n");
        engine = engine(Optional.of(key));

        engine.ask(ARTICLE);

        JsonNode asked = server.asked().get(0);
        assertThat(asked.path("model").asText()).isEqualTo("tern-7b");
        assertThat(asked.at("/response_format/json_schema/schema/required/0").asText())
                .isEqualTo("statements");
        assertThat(asked.at("/messages/0/content").asText()).contains("character by character");
        assertThat(asked.at("/messages/1/content").asText()).contains("Ferry news", "2031-05-04", TEXT);
        assertThat(server.keys()).containsExactly("Bearer secret-words");
        assertThat(engine.version())
                .matches("chat/tern-7b/prompt-1-[0-9a-f]{8}")
                .doesNotContain("secret");
    }

    @Test
    void words_that_are_not_in_the_text_are_dropped_and_counted() {
        String invented =
                CLAIM.formatted("the ferry is lost", "said", "\"Ines Duarte\"", "\"Ines Duarte\"", "ASSERT", false);
        String stranger =
                CLAIM.formatted("sails at dawn", "said", "\"Ines Duarte\"", "\"Anna Stone\"", "ASSERT", false);
        String noMention = CLAIM.formatted("at dawn", "said", "\"the captain\"", "null", "ASSERT", false);
        String noWords = CLAIM.formatted("...", "said", "null", "null", "ASSERT", false);
        String cutWord = CLAIM.formatted("he ferry", "said", "null", "null", "ASSERT", false);
        server.answers(request -> Answer.says("{\"statements\": [%s, %s, %s, %s, %s, %s, %s]}"
                .formatted(GOOD, invented, stranger, noMention, noWords, cutWord, GOOD)));

        ClaimCheck.Checked found = engine.ask(ARTICLE);

        assertThat(found.claimed()).isEqualTo(7);
        assertThat(found.kept()).hasSize(1);
        assertThat(found.dropped())
                .hasSize(6)
                .extracting(ClaimCheck.Dropped::why)
                .anySatisfy(why -> assertThat(why).contains("the ferry is lost"))
                .anySatisfy(why -> assertThat(why).contains("Anna Stone"))
                .anySatisfy(why -> assertThat(why).contains("the captain"))
                .anySatisfy(why -> assertThat(why).contains("twice"));
    }

    @Test
    void a_detail_that_is_not_printed_or_an_unknown_act_costs_only_itself() {
        String claim = GOOD.replace("\"addressee\": null", "\"addressee\": \"the crew\"")
                .replace("ANNOUNCE", "SINGS")
                .replace("\"cue\": \"said\"", "\"cue\": \"sang\"");
        server.answers(request -> Answer.says("```json\n{\"statements\": [%s]}\n```".formatted(claim)));

        ExtractedStatement kept = engine.ask(ARTICLE).kept().get(0);

        assertThat(kept.addressee()).isNull();
        assertThat(kept.cue()).isNull();
        assertThat(kept.act()).isEqualTo(SpeechAct.ASSERT);
    }

    @Test
    void an_engine_that_is_busy_or_broken_is_away_and_may_say_for_how_long() {
        server.answers(request -> new Answer(429, "17", "{}"));
        assertThat(trouble().isAway()).isTrue();
        assertThat(trouble().await()).isEqualTo(Duration.ofSeconds(17));

        server.answers(request -> Answer.status(503));
        assertThat(trouble()).hasMessageContaining("503").matches(EngineTrouble::isAway);

        server.close();
        assertThat(trouble()).hasMessageContaining("cannot be reached").matches(EngineTrouble::isAway);
    }

    @Test
    void an_engine_that_takes_too_long_is_away() {
        server.answers(request -> {
            sleep();
            return Answer.status(200);
        });

        assertThat(trouble()).hasMessageContaining("too long").matches(EngineTrouble::isAway);
    }

    @Test
    void an_answer_of_another_form_cannot_be_used() {
        for (String content : new String[] {
            "I found two statements.",
            "{\"statements\": [{\"content\": \"no list\"}]}",
            "{\"statements\": [",
            "{\"quotes\": []}",
            "[]",
            ""
        }) {
            server.answers(request -> Answer.says(content));
            assertThat(trouble().isAway()).as(content).isFalse();
        }
        server.answers(request -> new Answer(200, null, "<html>busy</html>"));
        assertThat(trouble().isAway()).isFalse();
        server.answers(request -> new Answer(200, null, "{\"choices\": [{\"finish_reason\": \"length\"}]}"));
        assertThat(trouble()).hasMessageContaining("cut off");
        server.answers(request -> Answer.status(401));
        assertThat(trouble()).hasMessageContaining("401").matches(trouble -> !trouble.isAway());
    }

    @Test
    void an_address_that_is_none_is_refused_at_once() {
        assertThatThrownBy(() -> ChatOutbound.to("somewhere", Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parley.other-engine.url");
    }

    private EngineTrouble trouble() {
        return catchThrowableOfType(EngineTrouble.class, () -> engine.ask(ARTICLE));
    }

    private ChatEngine engine(Optional<Path> key) {
        Config config = new Config(Optional.of(server.url()), key, Duration.ofSeconds(1));
        http = ChatOutbound.to(server.url(), config.timeout());
        return new ChatEngine(config, http);
    }

    private static void sleep() {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
