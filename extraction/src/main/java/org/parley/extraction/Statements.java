package org.parley.extraction;

import java.util.List;
import org.parley.extraction.ExtractedStatement.About;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.attribution.SaidActs;
import org.parley.extraction.detail.Circumstances;
import org.parley.extraction.speaker.SpeakerResolver;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Quotation;

/** Puts a statement together from what the rules found, and lets none pass whose spans are not in the text. */
final class Statements {

    private static final Confidence CONFIDENCE = new Confidence();

    private final Article article;
    private final SaidActs acts;

    Statements(Article article) {
        this.article = article;
        this.acts = new SaidActs(article);
    }

    /** The statement, or null when nothing is left of it. */
    ExtractedStatement of(
            Attribution found, SpeakerResolver.Resolved who, Circumstances circumstances, List<About> about) {
        List<Span> content =
                found.content().stream().filter(this::isInText).sorted().toList();
        if (content.isEmpty()) {
            return null;
        }
        StatementForm form = form(content);
        return new ExtractedStatement(
                content,
                form,
                acts.of(found, about.isEmpty() ? null : about.get(0).stance(), who.speakers()),
                found.negated(),
                found.cue(),
                found.lemma(),
                found.source(),
                who.speakers(),
                circumstances.addressee(),
                circumstances.place(),
                circumstances.occasion(),
                circumstances.channel(),
                circumstances.via(),
                circumstances.statedOn(),
                about,
                found.rule(),
                CONFIDENCE.of(found, form, who));
    }

    private boolean isInText(Span span) {
        return span.end() <= article.text().length() && !article.text(span).isBlank();
    }

    private StatementForm form(List<Span> content) {
        List<Quotation> quotations = content.stream()
                .flatMap(span -> article.quotationsIn(span).stream())
                .distinct()
                .toList();
        return StatementForm.of(article.text(), content, quotations);
    }
}
