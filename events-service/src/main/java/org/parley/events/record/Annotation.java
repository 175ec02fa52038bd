package org.parley.events.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.events.actor.ActorRef;
import org.parley.events.receipt.ReceiptView;
import org.parley.events.statement.StatementView;

/**
 * A statement as a W3C Web Annotation: the article's words are the target, who says them and how is the body.
 *
 * @see <a href="https://www.w3.org/TR/annotation-model/">Web Annotation Data Model</a>
 */
@JsonInclude(Include.NON_NULL)
record Annotation(
        @JsonProperty("@context") String context,
        String id,
        String type,
        String motivation,
        Instant created,
        List<Body> body,
        List<Target> target) {

    /** One thing that is said of the words. */
    record Body(String type, String purpose, String format, String value) {}

    /** Exactly these characters of one article. */
    record Target(String type, String source, List<Selector> selector) {}

    /** By the words, and by where they stand, in code points. */
    @JsonInclude(Include.NON_NULL)
    record Selector(String type, String exact, String prefix, String suffix, Integer start, Integer end) {}

    /** @param points of the article version that the statement was read in */
    static Annotation of(StatementView statement, CodePoints points) {
        List<Body> bodies = new ArrayList<>();
        if (!statement.speakers().isEmpty()) {
            bodies.add(text(
                    "identifying",
                    statement.speakers().stream().map(ActorRef::name).collect(Collectors.joining(", "))));
        }
        bodies.add(text("classifying", statement.form() + " " + statement.act()));
        String source = statement.articleUrl() == null ? "urn:uuid:" + statement.articleId() : statement.articleUrl();
        return new Annotation(
                "http://www.w3.org/ns/anno.jsonld",
                "urn:uuid:" + statement.id(),
                "Annotation",
                "describing",
                statement.knownAt(),
                bodies,
                statement.receipts().stream()
                        .map(receipt -> new Target("SpecificResource", source, selectors(receipt, points)))
                        .toList());
    }

    private static Body text(String purpose, String value) {
        return new Body("TextualBody", purpose, "text/plain", value);
    }

    private static List<Selector> selectors(ReceiptView receipt, CodePoints points) {
        return List.of(
                new Selector("TextQuoteSelector", receipt.exact(), receipt.prefix(), receipt.suffix(), null, null),
                new Selector(
                        "TextPositionSelector",
                        null,
                        null,
                        null,
                        points.at(receipt.start()),
                        points.at(receipt.end())));
    }
}
