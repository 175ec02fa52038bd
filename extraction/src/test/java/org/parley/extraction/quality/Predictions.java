package org.parley.extraction.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Basis;
import org.parley.extraction.Detail;
import org.parley.extraction.Engine;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Extraction;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;

/** Writes what the engine finds in the formats of the two scorers. {@code main EVALDIR OUT [show]} does so for all sets. */
final class Predictions {

    private final Engine engine;

    Predictions(Engine engine) {
        this.engine = engine;
    }

    public static void main(String[] args) throws IOException {
        Predictions predictions = new Predictions(Engine.load());
        predictions.all(Path.of(args[0]), Path.of(args[1]));
    }

    void all(Path eval, Path out) throws IOException {
        Files.createDirectories(out);
        quotes(Corpus.lines("gum", eval.resolve("eval/quotes/gum-news.dev.jsonl")), out);
        record(Corpus.texts("seeds", eval.resolve("seeds")), out);
        record(Corpus.dossier("A", eval.resolve("dossiers/A/articles")), out);
        record(Corpus.dossier("B", eval.resolve("dossiers/B/articles")), out);
    }

    /** {@code NAME.jsonl} for the scorer of quotations, {@code NAME.show} for the eye. */
    void quotes(Corpus corpus, Path out) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder show = new StringBuilder();
        for (Corpus.Item item : corpus.items()) {
            Extraction found = engine.extract(item.article());
            ObjectNode row = Corpus.JSON.createObjectNode().put("id", item.id());
            ArrayNode quotes = row.putArray("quotes");
            for (ExtractedStatement statement : found.statements()) {
                if (!statement.negated() || statement.act() == org.parley.extraction.SpeechAct.DENY) {
                    quotes.add(quote(statement, item.article().text()));
                }
            }
            lines.add(Corpus.JSON.writeValueAsString(row));
            show(item, found, show);
        }
        Files.write(out.resolve(corpus.name() + ".jsonl"), lines);
        Files.writeString(out.resolve(corpus.name() + ".show"), show);
    }

    private static ObjectNode quote(ExtractedStatement statement, String text) {
        ObjectNode quote = Corpus.JSON.createObjectNode();
        List<Span> content = statement.content();
        quote.put("quote_start", content.get(0).start());
        quote.put("quote_end", content.get(content.size() - 1).end());
        quote.put("kind", statement.form().name().toLowerCase(Locale.ROOT));
        if (content.size() > 1) {
            ArrayNode parts = quote.putArray("parts");
            content.forEach(s -> parts.addObject().put("start", s.start()).put("end", s.end()));
        }
        if (statement.cue() != null) {
            span(quote.putObject("cue"), statement.cue(), text);
        }
        if (statement.speakerMention() != null) {
            span(quote.putObject("speaker_mention"), statement.speakerMention(), text);
        }
        if (!statement.speakers().isEmpty()) {
            quote.put("speaker_resolved", statement.speakers().get(0).name());
        }
        quote.put("rule", statement.rule());
        quote.put("confidence", statement.confidence());
        return quote;
    }

    private static void span(ObjectNode node, Span span, String text) {
        node.put("start", span.start()).put("end", span.end()).put("text", span.of(text));
    }

    /** {@code NAME.json} for the scorer of records: mentions of one count are taken for one proposal in all the articles. */
    void record(Corpus corpus, Path out) throws IOException {
        ObjectNode root = Corpus.JSON.createObjectNode();
        ArrayNode articles = root.putArray("articles");
        ArrayNode statements = root.putArray("statements");
        Map<String, ArrayNode> mentions = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        StringBuilder show = new StringBuilder();
        for (Corpus.Item item : corpus.items()) {
            articles.addObject().put("id", item.id()).put("file", item.file());
            Extraction found = engine.extract(item.article());
            show(item, found, show);
            List<String> keys = new ArrayList<>();
            for (ProposalMention mention : found.mentions()) {
                String key = key(item, mention, found);
                keys.add(key);
                mentions.computeIfAbsent(key, k -> Corpus.JSON.createArrayNode())
                        .addObject()
                        .put("article", item.id())
                        .put("start", mention.span().start())
                        .put("end", mention.span().end());
                if (mention.pointCount() != null) {
                    counts.put(key, mention.pointCount());
                }
            }
            int n = 0;
            for (ExtractedStatement statement : found.statements()) {
                statements.add(row(item.id() + "#" + n++, item, statement, keys));
            }
        }
        ArrayNode proposals = root.putArray("proposals");
        mentions.forEach((key, where) -> {
            ObjectNode proposal = proposals.addObject().put("id", key).put("title", key);
            proposal.putArray("proposers");
            proposal.putArray("points");
            if (counts.containsKey(key)) {
                proposal.put("pointCount", counts.get(key));
            }
            proposal.set("mentions", where);
        });
        root.putArray("links");
        Corpus.JSON
                .writerWithDefaultPrettyPrinter()
                .writeValue(out.resolve(corpus.name() + ".json").toFile(), root);
        Files.writeString(out.resolve(corpus.name() + ".show"), show);
    }

    private static String key(Corpus.Item item, ProposalMention mention, Extraction found) {
        Integer count = mention.pointCount();
        for (ProposalMention other : found.mentions()) {
            if (count == null && other.group() == mention.group() && mention.group() >= 0) {
                count = other.pointCount();
            }
        }
        return count != null
                ? count + "-point"
                : item.id() + "/"
                        + (mention.group() >= 0
                                ? mention.group()
                                : "m" + mention.span().start());
    }

    private static ObjectNode row(String id, Corpus.Item item, ExtractedStatement statement, List<String> keys) {
        ObjectNode row = Corpus.JSON.createObjectNode().put("id", id).put("article", item.id());
        List<Span> content = statement.content();
        row.put("start", content.get(0).start())
                .put("end", content.get(content.size() - 1).end());
        ArrayNode parts = row.putArray("parts");
        content.forEach(s -> parts.addObject().put("start", s.start()).put("end", s.end()));
        row.put("form", statement.form().name().toLowerCase(Locale.ROOT));
        if (statement.cue() != null) {
            row.putObject("cue")
                    .put("start", statement.cue().start())
                    .put("end", statement.cue().end());
        }
        Span mention = statement.speakerMention();
        ObjectNode speaker = row.putObject("speaker");
        if (mention != null) {
            speaker.put("start", mention.start()).put("end", mention.end());
        }
        if (!statement.speakers().isEmpty()) {
            Speaker first = statement.speakers().get(0);
            speaker.put("name", first.name());
            row.put("role", first.role());
        }
        row.put("addressee", value(statement.addressee()));
        row.put("place", value(statement.place()));
        row.put("via", value(statement.via()));
        row.put(
                "channel",
                statement.channel() == null || statement.channel().kind().name().equals("OTHER")
                        ? null
                        : statement.channel().kind().name());
        if (statement.statedOn().date() != null) {
            row.put("date", statement.statedOn().date().toString());
        }
        // the format has no word for a day concluded from the article's own
        Basis basis = statement.statedOn().basis();
        row.put("dateBasis", basis == Basis.INFERRED ? Basis.PUBLICATION.name() : basis.name());
        row.put("negated", statement.negated());
        row.put("act", statement.act().name());
        row.put("rule", statement.rule());
        row.put("confidence", statement.confidence());
        ArrayNode about = row.putArray("about");
        ArrayNode stance = row.putArray("stance");
        for (ExtractedStatement.About one : statement.about()) {
            about.add(keys.get(one.mention()));
            if (one.stance() != null) {
                stance.addObject()
                        .put("proposal", keys.get(one.mention()))
                        .put("value", one.stance().name());
            }
        }
        return row;
    }

    private static String value(Detail detail) {
        return detail == null ? null : detail.value();
    }

    private static void show(Corpus.Item item, Extraction found, StringBuilder show) {
        String text = item.article().text();
        show.append("## ").append(item.id()).append('\n');
        for (ExtractedStatement s : found.statements()) {
            show.append(s.rule())
                    .append(" | ")
                    .append(s.confidence())
                    .append(" | ")
                    .append(s.act())
                    .append(s.negated() ? " NOT" : "")
                    .append(" | ")
                    .append(
                            s.speakers().isEmpty()
                                    ? "-"
                                    : s.speakers().get(0).name()
                                            + (s.speakers().get(0).role() == null
                                                    ? ""
                                                    : " (" + s.speakers().get(0).role() + ")"))
                    .append(" [")
                    .append(of(s.speakerMention(), text))
                    .append("] | ")
                    .append(of(s.cue(), text))
                    .append(" | ");
            for (Span span : s.content()) {
                show.append(of(span, text)).append(" // ");
            }
            show.append(" | ").append(details(s)).append('\n');
        }
        for (ProposalMention m : found.mentions()) {
            show.append("  mention g")
                    .append(m.group())
                    .append(' ')
                    .append(m.pointCount())
                    .append(' ')
                    .append(m.sponsor())
                    .append(' ')
                    .append(m.kind())
                    .append(": ")
                    .append(of(m.span(), text))
                    .append('\n');
        }
        found.assertions()
                .forEach(a -> show.append("  assertion ")
                        .append(a.field())
                        .append('=')
                        .append(a.value())
                        .append(": ")
                        .append(of(a.receipts().get(0), text))
                        .append('\n'));
    }

    private static String details(ExtractedStatement s) {
        return "to=" + value(s.addressee()) + " at=" + value(s.place()) + " occ=" + value(s.occasion()) + " ch="
                + (s.channel() == null
                        ? null
                        : s.channel().kind() + ":" + s.channel().detail().value()) + " via=" + value(s.via()) + " on="
                + s.statedOn().date() + "/" + s.statedOn().basis()
                + " about=" + s.about();
    }

    private static String of(Span span, String text) {
        return span == null ? "" : span.of(text).replace('\n', ' ');
    }

    static ArticleText plain(String text) {
        return ArticleText.of(text);
    }
}
