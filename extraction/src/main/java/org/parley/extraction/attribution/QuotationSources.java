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
 * Quotations that no word of saying has claimed: after a colon ({@code colon}), and those with which the paragraph's speaker goes on
 * ({@code goes-on}). Short ones, and ones built into a sentence of the writer's own, are scare quotes and titles: they get nobody.
 */
final class QuotationSources {

    private static final int LEAST_WORDS = 4;
    /** How many statements around a quotation are looked at: keeps a text of nothing but quotations in linear time. */
    private static final int WINDOW = 24;

    private final Article article;
    private final Speakers speakers;
    private final BehindQuotation behind;
    private final List<Attribution> found;
    private int next;

    QuotationSources(Article article, Speakers speakers, BehindQuotation behind, List<Attribution> found) {
        this.article = article;
        this.speakers = speakers;
        this.behind = behind;
        this.found = found;
    }

    void add() {
        for (Quotation quotation : article.quotations()) {
            Span span = new Span(quotation.start(), quotation.end());
            while (next < found.size() && found.get(next).place() < quotation.start()) {
                next++;
            }
            if (!article.regionIsProse(quotation.start())) {
                continue;
            }
            Attribution claim = claim(span);
            if (claim != null) {
                if (claim.source == null && claim.rule.equals("quotation")) {
                    Attribution said = behind.of(quotation, article);
                    claim.head = said == null ? null : said.head;
                    claim.source = said == null ? null : said.source;
                }
                continue;
            }
            Attribution made = afterColon(quotation, span);
            made = made != null ? made : behind.of(quotation, article);
            made = made != null ? made : signed(span);
            if (made == null
                    && (quotation.continues()
                            || ((words(span) >= LEAST_WORDS || goesOnAtOnce(span)) && standsAlone(span)))) {
                made = goesOn(quotation, span);
            }
            if (made != null) {
                insert(made);
            }
        }
    }

    private List<Attribution> near() {
        return found.subList(Math.max(0, next - WINDOW), Math.min(found.size(), next + WINDOW));
    }

    /** The attribution that holds most of it, or null. */
    private Attribution claim(Span span) {
        int covered = 0;
        Attribution holder = null;
        for (Attribution attribution : near()) {
            for (Span content : attribution.content) {
                int shared = content.intersection(span);
                covered += shared;
                holder = shared > 0 ? attribution : holder;
            }
        }
        return covered * 2 > span.length() ? holder : null;
    }

    /** Whether the sentences it stands in hold next to nothing besides it. */
    private boolean standsAlone(Span span) {
        ParsedSentence first = article.sentenceAt(span.start());
        ParsedSentence last = article.sentenceAt(span.end() - 1);
        if (first == null || last == null) {
            return false;
        }
        return words(new Span(first.span().start(), Math.max(first.span().start() + 1, span.start()))) <= 1
                && (last.span().end() <= span.end()
                        || words(new Span(span.end(), last.span().end())) <= 1);
    }

    /** 'Orr was blunter: "No."': the subject of the sentence before the colon; without a verb, the name in it. */
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
        Word named = null;
        boolean verb = false;
        for (Word word : sentence.words()) {
            if (word.start() >= colon) {
                break;
            }
            verb |= word.isVerb();
            if (article.inQuotation(word) || !(speakers.isSomebody(word) || isWrittenSubject(word))) {
                continue;
            }
            subject = Clauses.isSubject(word) ? word : subject;
            named = speakers.isNamed(word) || (word.isProperNoun() && named == null) ? word : named;
        }
        if (subject == null && !verb && named != null) {
            subject = named;
        }
        if (subject == null) {
            return null;
        }
        Word cue = subject.head() != null && subject.head().isVerb() ? subject.head() : null;
        Span source = SourcePhrase.of(subject, cue, sentence, article);
        return new Attribution(
                sentence,
                cue,
                ":",
                CueClass.SAY,
                new Span(colon, colon + 1),
                subject,
                source,
                List.of(span),
                "colon",
                1);
    }

    /** "The letter says:", "The text of the message follows:". */
    private boolean isWrittenSubject(Word word) {
        return Clauses.isSubject(word) && speakers.isDocument(word);
    }

    /** '"It is a long game." - Jo Arm': a name after a dash ends the paragraph. */
    private Attribution signed(Span span) {
        Span paragraph = article.paragraphs().get(article.paragraphAt(span.start()));
        if (paragraph.start() != span.start()
                || paragraph.end() - span.end() > 60
                || paragraph.end() - span.end() < 4) {
            return null;
        }
        String rest = article.text().substring(span.end(), paragraph.end()).strip();
        if (rest.isEmpty() || "-\u2013\u2014".indexOf(rest.charAt(0)) < 0) {
            return null;
        }
        ParsedSentence sentence = article.sentenceAt(paragraph.end() - 1);
        for (Word word : sentence == null ? List.<Word>of() : sentence.words()) {
            if (word.start() >= span.end() && speakers.isNamed(word)) {
                Word head = word.entity() == null ? word : word.entity().head();
                Span source =
                        word.entity() == null ? word.span() : word.entity().span();
                return new Attribution(
                        sentence, null, null, CueClass.SAY, null, head, source, List.of(span), "signed", 1);
            }
        }
        return null;
    }

    private int colonBefore(int start) {
        int i = start - 1;
        while (i >= 0 && Character.isWhitespace(article.text().charAt(i))) {
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
        for (Attribution attribution : near()) {
            if ((attribution.source == null && !attribution.rule.equals("label")) || attribution.absent) {
                continue;
            }
            Span last = attribution.content.get(attribution.content.size() - 1);
            int there = article.paragraphAt(Math.max(attribution.place(), last.start()));
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
        int end = endOf(speaker);
        if (end <= span.start() && !hasWords(end, span.start()) && holdsQuotation(speaker)) {
            speaker.content.add(span);
            return null;
        }
        return speaker.continued(article.sentenceAt(span.start()), span, "goes-on", speaker == before ? 1 : 0.8);
    }

    /** '"It costs," she said. "It pays."': however short, right after a quotation and its saying. */
    private boolean goesOnAtOnce(Span span) {
        int paragraph = article.paragraphAt(span.start());
        return near().stream()
                .anyMatch(a -> a.source != null
                        && !a.absent
                        && holdsQuotation(a)
                        && article.paragraphAt(a.place()) == paragraph
                        && endOf(a) <= span.start()
                        && !hasWords(endOf(a), span.start()));
    }

    private boolean holdsQuotation(Attribution attribution) {
        return attribution.content.stream()
                .anyMatch(c -> !article.quotationsIn(c).isEmpty());
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
            in = letter || (in && "'\u2019-".indexOf(article.text().charAt(i)) >= 0);
        }
        return words;
    }

    private void insert(Attribution made) {
        int i = Math.min(found.size(), next + 1);
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
