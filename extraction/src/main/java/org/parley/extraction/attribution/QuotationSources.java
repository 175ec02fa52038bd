package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;
import org.parley.extraction.text.Quotation;

/**
 * Quotations that no word of saying has claimed: after a colon ({@code colon}), after a speaker's label ({@code label}), and those
 * with which the paragraph's speaker goes on ({@code goes-on}). Short ones are scare quotes and titles: they get nobody.
 */
final class QuotationSources {

    private static final int LEAST_WORDS = 4;

    private final Article article;
    private final Speakers speakers;
    private final List<Attribution> found;

    QuotationSources(Article article, Speakers speakers, List<Attribution> found) {
        this.article = article;
        this.speakers = speakers;
        this.found = found;
    }

    void add() {
        for (Quotation quotation : article.quotations()) {
            Span span = new Span(quotation.start(), quotation.end());
            if (!article.regionIsProse(quotation.start()) || isClaimed(span)) {
                continue;
            }
            Attribution made = afterColon(quotation, span);
            if (made == null && (quotation.continues() || words(span) >= LEAST_WORDS)) {
                made = goesOn(quotation, span);
            }
            if (made != null) {
                insert(made);
            }
        }
    }

    private boolean isClaimed(Span span) {
        int covered = 0;
        for (Attribution attribution : found) {
            for (Span content : attribution.content) {
                covered += content.intersection(span);
            }
        }
        return covered * 2 > span.length();
    }

    /** 'Orr was blunter: "No."': the subject of the sentence before the colon. */
    private Attribution afterColon(Quotation quotation, Span span) {
        int colon = colonBefore(quotation.start());
        if (colon < 0) {
            return null;
        }
        ParsedSentence sentence = article.sentenceAt(colon);
        if (sentence == null || sentence.span().start() > colon) {
            return null;
        }
        Word subject = null;
        for (Word word : sentence.words()) {
            if (word.start() >= colon) {
                break;
            }
            if (Clauses.isSubject(word) && !article.inQuotation(word) && speakers.isSomebody(word)) {
                subject = word;
            }
        }
        if (subject == null) {
            return null;
        }
        return new Attribution(
                sentence,
                subject.head(),
                ":",
                CueClass.SAY,
                new Span(colon, colon + 1),
                subject,
                Sources.phrase(subject, subject.head(), article),
                List.of(span),
                "colon",
                0.8);
    }

    private int colonBefore(int start) {
        int i = start - 1;
        while (i >= 0 && (article.text().charAt(i) == ' ' || article.text().charAt(i) == '\u00a0')) {
            i--;
        }
        return i >= 0 && article.text().charAt(i) == ':' ? i : -1;
    }

    /** The paragraph's speaker: the last before the quotation, else the first after it, else the last of the paragraph before. */
    private Attribution goesOn(Quotation quotation, Span span) {
        int paragraph = article.paragraphAt(quotation.start());
        Attribution before = null;
        Attribution after = null;
        Attribution earlier = null;
        for (Attribution attribution : found) {
            if (attribution.source == null) {
                continue;
            }
            int there = article.paragraphAt(attribution.place());
            if (there == paragraph && attribution.place() < quotation.start()) {
                before = attribution;
            } else if (there == paragraph && after == null) {
                after = attribution;
            } else if (there == paragraph - 1) {
                earlier = attribution;
            }
        }
        boolean opens = !hasWords(article.paragraphs().get(paragraph).start(), quotation.start());
        Attribution speaker = before != null ? before : after != null ? after : opens ? earlier : null;
        if (speaker == null) {
            return null;
        }
        if (!hasWords(endOf(speaker), span.start())
                && speaker.rule.equals("goes-on") == false
                && endOf(speaker) <= span.start()
                && sameOrNext(speaker, paragraph)) {
            speaker.content.add(span);
            return null;
        }
        return speaker.continued(article.sentenceAt(span.start()), span, "goes-on", speaker == before ? 0.75 : 0.6);
    }

    private boolean sameOrNext(Attribution attribution, int paragraph) {
        int there = article.paragraphAt(attribution.place());
        return there == paragraph || there == paragraph - 1;
    }

    /** Where what belongs to a statement ends: its sentence, or its content where that goes further. */
    private static int endOf(Attribution attribution) {
        int end = attribution.sentence == null ? 0 : attribution.sentence.span().end();
        for (Span content : attribution.content) {
            end = Math.max(end, content.end());
        }
        return end;
    }

    private boolean hasWords(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(article.text().charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private int words(Span span) {
        int words = 0;
        boolean in = false;
        for (int i = span.start(); i < span.end() && words < LEAST_WORDS; i++) {
            boolean letter = Character.isLetterOrDigit(article.text().charAt(i));
            words += letter && !in ? 1 : 0;
            in = letter || in && "'\u2019-".indexOf(article.text().charAt(i)) >= 0;
        }
        return words;
    }

    private void insert(Attribution made) {
        int i = found.size();
        while (i > 0 && found.get(i - 1).place() > made.place()) {
            i--;
        }
        found.add(i, made);
    }

    static List<Attribution> inOrder(List<Attribution> found) {
        List<Attribution> ordered = new ArrayList<>(found);
        ordered.sort((a, b) -> Integer.compare(a.place(), b.place()));
        return ordered;
    }
}
