package org.parley.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.launcher.Failure;

/** One small article, judged by hand. */
class EvaluationTest {

    private static final String TEXT =
            "Oslo \uD83D\uDD4A waits.\n\n\"We cannot agree,\" Mr. Berg said on Friday. \"Not this year.\" "
                    + "Lena Holm, an envoy, told a radio station that the talks would resume. He hoped for calm. "
                    + "\"Nobody asked the islands.\"";

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode agree = quote("We cannot agree", "direct");
    private final ObjectNode year = quote("Not this year", "direct");
    private final ObjectNode resume =
            speaker(quote("the talks would resume", "indirect"), "Lena Holm, an envoy,", "Lena Holm");
    private final ObjectNode calm =
            speaker(quote("for calm", "indirect"), "He", "Jon Berg").put("act", "thought");

    private QuotedArticle gold() {
        ObjectNode interrupted = speaker(agree.deepCopy(), "Mr. Berg", "Jon Berg");
        interrupted.put("quote_end", year.path("quote_end").asInt());
        interrupted.putArray("parts").add(part(agree)).add(part(year));
        interrupted.set("cue", span("said"));
        return article(
                List.of(interrupted, resume.deepCopy().put("speaker_head", "Holm"), calm),
                List.of(span("Nobody asked the islands")));
    }

    @Test
    void gold_against_itself_is_perfect_and_a_thought_earns_nothing() {
        Summary summary = judge(gold());
        assertThat(summary.units()).isEqualTo(new Summary.Units(3, 3, 1));
        for (String measure :
                new String[] {"exact", "iou", "cover.3", "cover.8", "chars", "e2e.mention", "e2e.resolved"}) {
            assertThat(summary.figure(measure).f1()).as(measure).isEqualTo(1);
        }
        assertThat(summary.accuracy("speaker.resolved")).isEqualTo(new Summary.Accuracy(1.0, 3));
        assertThat(summary.accuracy("cue").accuracy()).isEqualTo(1);
        assertThat(summary.figure("iou.direct").gold()).isEqualTo(2);
    }

    @Test
    void an_article_that_was_not_predicted_counts_as_one_with_nothing_found() {
        Summary summary = Evaluation.of(Map.of("a", gold()), Map.of());
        assertThat(summary.units()).isEqualTo(new Summary.Units(3, 0, 1));
        assertThat(summary.figure("iou").f1()).isZero();
        assertThat(summary.accuracy("speaker.mention").accuracy()).isNull();
    }

    @Test
    void marks_stops_and_that_are_no_fault_but_a_wrong_speaker_and_a_false_quote_are() {
        Summary summary = judge(article(
                List.of(
                        speaker(quote("\"We cannot agree,\"", "direct"), "Berg", null),
                        speaker(quote("\"Not this year.\"", "direct"), "Lena Holm", null),
                        speaker(quote("that the talks would resume.", "indirect"), "Holm", null),
                        speaker(quote("on Friday", "indirect"), "Berg", null),
                        quote("\"Nobody asked the islands.\"", "direct")),
                List.of()));
        assertThat(summary.units()).isEqualTo(new Summary.Units(3, 4, 1));
        assertThat(summary.figure("exact").precision()).isEqualTo(0.75);
        assertThat(summary.figure("exact").recall()).isEqualTo(1);
        assertThat(summary.figure("iou.direct").precision()).isEqualTo(1);
        assertThat(summary.figure("iou.indirect").precision()).isEqualTo(0.5);
        assertThat(summary.accuracy("speaker.mention").accuracy()).isEqualTo(2.0 / 3);
        assertThat(summary.accuracy("speaker.resolved").accuracy()).isEqualTo(2.0 / 3);
        assertThat(summary.figure("e2e.mention").precision()).isEqualTo(0.5);
        assertThat(summary.figure("e2e.mention").recall()).isEqualTo(2.0 / 3);
    }

    @Test
    void half_a_quotation_is_found_by_the_lenient_measures_only() {
        Summary summary = judge(article(List.of(quote("talks would", "indirect")), List.of()));
        assertThat(summary.figure("exact").recall()).isZero();
        assertThat(summary.figure("iou").recall()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(summary.figure("cover.3").precision()).isEqualTo(1);
        assertThat(summary.figure("cover.8").precision()).isZero();
        assertThat(summary.figure("chars").precision()).isEqualTo(1);
    }

    @Test
    void what_lies_in_neutral_gold_is_not_counted_as_wrong() {
        Summary summary = judge(article(List.of(quote("hoped for calm", "indirect")), List.of()));
        assertThat(summary.units().predicted()).isZero();
        assertThat(summary.figure("chars").precision()).isZero();
    }

    @Test
    void a_whole_sentence_given_as_the_speaker_is_no_speaker() {
        ObjectNode wordy = resume.deepCopy();
        wordy.remove("speaker_resolved");
        wordy.set("speaker_mention", span(TEXT.substring(TEXT.indexOf("Lena"), TEXT.length() - 1)));
        Summary summary = judge(article(List.of(wordy), List.of()));
        for (String measure : new String[] {"mention", "string", "head", "resolved"}) {
            assertThat(summary.accuracy("speaker." + measure).accuracy())
                    .as(measure)
                    .isZero();
        }
    }

    @Test
    void a_prediction_over_another_text_is_refused() {
        QuotedArticle other = new QuotedArticle("a", TEXT + " ", List.of(), List.of(), List.of(), false);
        assertThatThrownBy(() -> judge(other)).isInstanceOf(Failure.class).hasMessageContaining("Article a");
    }

    @Test
    void details_are_judged_on_what_was_found_and_a_day_that_only_the_context_tells_is_free() {
        ObjectNode right = detailed(resume.deepCopy(), "2027-03-04", "inherited", "support");
        ObjectNode open = detailed(
                speaker(quote("\"We cannot agree,\"", "direct"), "Berg", null), "2027-03-05", "inferred", "oppose");
        ObjectNode found = detailed(resume.deepCopy(), "2027-03-03", "relative", "conditional_support");
        found.put("confidence", 0.95);
        ObjectNode silent =
                speaker(quote("\"We cannot agree,\"", "direct"), "Berg", null).put("confidence", 0.4);
        Summary summary = Evaluation.of(
                Map.of("a", withDetails(List.of(right, open))), Map.of("a", withDetails(List.of(found, silent))));
        assertThat(summary.figure("detail.role").precision()).isEqualTo(1);
        assertThat(summary.figure("detail.role").recall()).isEqualTo(0.5);
        assertThat(summary.figure("detail.date")).isEqualTo(new Summary.Figure(0, 0, 0, 1, 1));
        assertThat(summary.figure("detail.channel").f1()).isEqualTo(2.0 / 3);
        assertThat(summary.figure("stance.support").f1()).isZero();
        assertThat(summary.accuracy("act").accuracy()).isEqualTo(0.5);
        assertThat(summary.accuracy("confidence .9")).isEqualTo(new Summary.Accuracy(1.0, 1));
        assertThat(summary.accuracy("confidence <.6").n()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"request, ask, 1", "accept, evaluate, 1", "request, demand, 0", "ask, ask, 1"})
    void acts_that_the_contract_does_not_have_are_judged_as_the_nearest(String gold, String found, double right) {
        ObjectNode wanted = quote("\"We cannot agree,\"", "direct").put("speech_act", gold);
        ObjectNode given = quote("\"We cannot agree,\"", "direct").put("speech_act", found);
        Summary summary =
                Evaluation.of(Map.of("a", withDetails(List.of(wanted))), Map.of("a", withDetails(List.of(given))));
        assertThat(summary.accuracy("act").accuracy()).isEqualTo(right);
    }

    @Test
    void a_passage_that_is_no_statement_is_a_trap() {
        ObjectNode node = JSON.createObjectNode().put("id", "a").put("text", TEXT);
        node.putArray("quotes");
        node.putArray("no_statements").add(span("on Friday"));
        Summary summary = Evaluation.of(
                Map.of("a", QuotedArticle.of(node)),
                Map.of("a", article(List.of(quote("on Friday", "indirect")), List.of())));
        assertThat(summary.accuracy("traps avoided")).isEqualTo(new Summary.Accuracy(0.0, 1));
    }

    private static ObjectNode detailed(ObjectNode quote, String day, String basis, String stance) {
        quote.put("role", "foreign minister").put("speech_act", "assert");
        quote.putObject("channel").put("kind", "press");
        quote.putObject("date").put("value", day).put("basis", basis);
        quote.putArray("about").addObject().put("stance", stance);
        return quote;
    }

    private static QuotedArticle withDetails(List<ObjectNode> quotes) {
        ObjectNode node =
                JSON.createObjectNode().put("id", "a").put("text", TEXT).put("details", true);
        node.putArray("quotes").addAll(quotes);
        return QuotedArticle.of(node);
    }

    @Test
    void the_table_shows_per_cent() {
        assertThat(judge(gold()).table())
                .contains("1 articles, 3 gold units, 3 predicted units counted")
                .contains("iou.direct      100.0  100.0  100.0  gold 2, predicted 2")
                .contains("speaker.head       100.0%  of 3");
    }

    private Summary judge(QuotedArticle predicted) {
        return Evaluation.of(Map.of("a", gold()), Map.of("a", predicted));
    }

    private static QuotedArticle article(List<ObjectNode> quotes, List<ObjectNode> ignore) {
        ObjectNode node = JSON.createObjectNode().put("id", "a").put("text", TEXT);
        ArrayNode all = node.putArray("quotes");
        quotes.forEach(all::add);
        node.putArray("ignore").addAll(ignore);
        return QuotedArticle.of(node);
    }

    private static ObjectNode quote(String words, String kind) {
        int start = TEXT.indexOf(words);
        return JSON.createObjectNode()
                .put("quote_start", start)
                .put("quote_end", start + words.length())
                .put("kind", kind);
    }

    private static ObjectNode speaker(ObjectNode quote, String mention, String name) {
        quote.set("speaker_mention", span(mention));
        return name == null ? quote : quote.put("speaker_resolved", name);
    }

    private static ObjectNode part(ObjectNode quote) {
        return JSON.createObjectNode()
                .put("start", quote.path("quote_start").asInt())
                .put("end", quote.path("quote_end").asInt());
    }

    private static ObjectNode span(String words) {
        int start = TEXT.indexOf(words);
        return JSON.createObjectNode()
                .put("start", start)
                .put("end", start + words.length())
                .put("text", words);
    }
}
