package org.parley.launcher.extract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.parley.extraction.Detail;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Extraction;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.StatedOn;

/** Writes what the engine found in the format the scorer of quotations reads, with more keys beside. */
final class Quotes {

    private final String text;
    private final JsonNodeFactory json = JsonNodeFactory.instance;

    Quotes(String text) {
        this.text = text;
    }

    ArrayNode of(Extraction extraction) {
        ArrayNode quotes = json.arrayNode();
        extraction.statements().forEach(statement -> quotes.add(quote(statement)));
        return quotes;
    }

    ArrayNode proposals(Extraction extraction) {
        ArrayNode mentions = json.arrayNode();
        extraction.mentions().forEach(mention -> mentions.add(proposal(mention)));
        return mentions;
    }

    private ObjectNode quote(ExtractedStatement statement) {
        ObjectNode quote = json.objectNode();
        Span first = statement.content().get(0);
        Span last = statement.content().get(statement.content().size() - 1);
        quote.put("quote_start", first.start());
        quote.put("quote_end", last.end());
        quote.put("quote_text", text.substring(first.start(), last.end()));
        if (statement.content().size() > 1) {
            ArrayNode parts = quote.putArray("parts");
            statement.content().forEach(part -> parts.add(span(part)));
        }
        quote.put("kind", lower(statement.form()));
        if (statement.speakerMention() != null) {
            quote.set("speaker_mention", span(statement.speakerMention()));
        }
        if (!statement.speakers().isEmpty()) {
            Speaker speaker = statement.speakers().get(0);
            quote.put("speaker_resolved", speaker.name());
            quote.put("role", speaker.role());
            ArrayNode speakers = quote.putArray("speakers");
            statement.speakers().forEach(each -> speakers.add(speaker(each)));
        }
        if (statement.cue() != null) {
            quote.set("cue", span(statement.cue()));
            quote.put("cue_lemma", statement.cueLemma());
        }
        // Not "act": in gold that says speech, thought or evidence, and decides what counts.
        quote.put("speech_act", lower(statement.act()));
        quote.put("negated", statement.negated());
        detail(quote, "addressee", statement.addressee());
        detail(quote, "place", statement.place());
        detail(quote, "occasion", statement.occasion());
        if (statement.channel() != null) {
            detail(quote, "channel", statement.channel().detail());
            quote.withObject("/channel").put("kind", lower(statement.channel().kind()));
        }
        detail(quote, "via", statement.via());
        date(quote, statement.statedOn());
        ArrayNode about = quote.putArray("about");
        statement
                .about()
                .forEach(each -> about.addObject()
                        .put("proposal", each.mention())
                        .put("stance", each.stance() == null ? null : lower(each.stance())));
        quote.put("rule", statement.rule());
        quote.put("confidence", statement.confidence());
        quote.properties()
                .removeIf(member -> member.getValue().isNull()
                        || (member.getValue().isArray() && member.getValue().isEmpty()));
        return quote;
    }

    private ObjectNode speaker(Speaker speaker) {
        ObjectNode node = json.objectNode();
        node.put("name", speaker.name());
        node.put("kind", lower(speaker.kind()));
        speaker.aliases().forEach(node.putArray("aliases")::add);
        if (speaker.role() != null) {
            node.put("role", speaker.role());
        }
        return node;
    }

    private void detail(ObjectNode quote, String name, Detail detail) {
        if (detail != null) {
            ObjectNode node = quote.putObject(name);
            node.put("value", detail.value());
            node.setAll(span(detail.span()));
            node.put("basis", lower(detail.basis()));
        }
    }

    private void date(ObjectNode quote, StatedOn statedOn) {
        if (statedOn.date() == null && statedOn.span() == null) {
            return;
        }
        ObjectNode date = quote.putObject("date");
        if (statedOn.date() != null) {
            date.put("value", statedOn.date().toString());
            date.put("latest", statedOn.latest().toString());
            date.put("precision", lower(statedOn.precision()));
        }
        date.put("basis", lower(statedOn.basis()));
        if (statedOn.span() != null) {
            date.setAll(span(statedOn.span()));
        }
    }

    private ObjectNode proposal(ProposalMention mention) {
        ObjectNode node = span(mention.span());
        node.put("kind", lower(mention.kind()));
        if (mention.pointCount() != null) {
            node.put("point_count", mention.pointCount());
        }
        if (mention.sponsor() != null) {
            node.put("sponsor", mention.sponsor());
        }
        if (mention.group() >= 0) {
            node.put("group", mention.group());
        }
        return node.put("rule", mention.rule()).put("confidence", mention.confidence());
    }

    private ObjectNode span(Span span) {
        ObjectNode node = json.objectNode();
        return node.put("start", span.start()).put("end", span.end()).put("text", span.of(text));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
