package org.parley.events.extract;

import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.Basis;
import org.parley.extraction.ExtractedAssertion;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.ExtractedStatement.About;
import org.parley.extraction.Extraction;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;
import org.parley.extraction.StatedOn;
import org.parley.extraction.StatementForm;

/** What an engine might find in a text; words are looked up in it, so the offsets are right. */
final class Found {

    private final String text;
    private final List<ExtractedStatement> statements = new ArrayList<>();
    private final List<ProposalMention> mentions = new ArrayList<>();
    private List<About> about = List.of();

    private Found(String text) {
        this.text = text;
    }

    static Found in(String text) {
        return new Found(text);
    }

    /** A mention of a proposal; those of one group mean the same. */
    Found mentions(String words, Integer points, String sponsor, ProposalMention.Kind kind, int group) {
        String head = words.substring(words.lastIndexOf(' ') + 1);
        mentions.add(new ProposalMention(span(words), head, kind, points, sponsor, group, "test", 0.9));
        return this;
    }

    /** What the next statement is about: a mention by its number. */
    Found about(int mention, StanceValue stance) {
        about = List.of(new About(mention, stance));
        return this;
    }

    Found person(String name, String role, String words) {
        return says(
                new Speaker(name, Speaker.Kind.PERSON, List.of(name), role, role == null ? null : span(role)), words);
    }

    Found says(Speaker speaker, String words) {
        statements.add(new ExtractedStatement(
                List.of(span(words)),
                StatementForm.INDIRECT,
                SpeechAct.ASSERT,
                false,
                null,
                null,
                null,
                List.of(speaker),
                null,
                null,
                null,
                null,
                null,
                new StatedOn(null, null, null, Basis.UNKNOWN, null),
                about,
                "test",
                0.8));
        about = List.of();
        return this;
    }

    Extraction extraction() {
        return new Extraction("en", true, statements, List.<ExtractedAssertion>of(), mentions);
    }

    private Span span(String words) {
        int at = text.indexOf(words);
        return new Span(at, at + words.length());
    }
}
