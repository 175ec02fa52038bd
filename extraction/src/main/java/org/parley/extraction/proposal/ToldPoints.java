package org.parley.extraction.proposal;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.ExtractedPoint;
import org.parley.extraction.ExtractedPoint.Fate;
import org.parley.extraction.Span;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;
import org.parley.extraction.text.Quotation;

/** Points that the form of a sentence tells, where its tree does not: behind a colon, "now with", "the clause on", quoted articles. */
final class ToldPoints {

    private static final String HOLDS =
            "(?:includes?|included|contains?|contained|calls? for|called for|provides? for|provided for|envisages?|envisaged|covers?|address(?:es)?|foresees?|demands?|demanded|requires?|required|obliges?|obliged|stipulates?(?: that)?|stipulated(?: that)?|sets? out|guarantees?|guaranteed)";
    private static final Pattern HOLDING = Pattern.compile(
            "^(?:,[^,;.]{3,90},)?(?: (?:reportedly|also|further|now|still|already|only|would|is said to|is expected to|is believed to))* "
                    + HOLDS
                    + "(?: (?:[a-z]+ )?(?:issues|points|provisions|topics|matters))?(?:,? (?:including|such as))? ([^.;:]{6,220})");
    private static final Pattern THEY_HOLD =
            Pattern.compile("^(?:It|They|These|Those)(?: (?:also|further|now|still|would))* "
                    + "(?:includes?|included|comprises?|cover|covers|call for|calls for) ([^.;:]{6,220})");
    /** "an offer of winter power for summer water": what is offered is what it holds. */
    private static final Pattern OFFER_OF = Pattern.compile(
            "^ (?:of|for) (?!(?:its|his|her|their|our) own\\b)([^,.;:]{6,120}?)(?=[,.;:]| (?:made|put|to|as|which|that|was|were|is|has|had|may|might|would|will|could|can|by)\\b|$)");

    private static final Pattern COLON = Pattern.compile("^[^.;:]{0,60}: ((?:an?|the|no) [^:.;]{8,150})");
    private static final Pattern NOW_WITH = Pattern.compile(
            "\\b(?:now|but|also) (?:now )?with (an? [^,.;:]{5,80})|\\bWhat is new is (an? [^,.;:]{5,120})");
    private static final Pattern STAYS =
            Pattern.compile("^(?:The|Its|Their) [^,.;:]{3,60} (?:stays?|remains?|is kept) at [\\d.,]*\\d[^,.;:]{0,40}");
    /** Somebody's words about it are no point of it. */
    private static final Pattern MARKS = Pattern.compile("[\"\u201c\u2018]");

    private static final Pattern SAYS = Pattern.compile("\\b(?:said|says|told|added|according)\\b");
    private static final Pattern TELLS = Pattern.compile("\\b(?:is|was|were|are|says?|said|swears?|told)\\b");
    private static final Pattern PARTS = Pattern.compile(",? and (?=(?:an?|the|no|its|their|both|all) )|, and |, ");
    /** "a list, with a tax, a fee and a fund": where "and a" comes behind, ", a" parts as well. */
    private static final Pattern AND =
            Pattern.compile("(?:,(?=.* and (?:an?|the|no|both|all) )(?! and)| and) (?=(?:an?|the|no|both|all) )");

    private static final Set<String> OFFERS = Set.of("offer", "idea");
    private static final int FAR = 700;

    private final Article article;

    ToldPoints(Article article) {
        this.article = article;
    }

    /** Behind a phrase that names the proposal. */
    void in(Candidate one, ParsedSentence sentence, Slot slot) {
        int end = Math.min(sentence.span().end(), one.span().end() + 320);
        if (article.inQuotation(one.span().start()) || one.span().end() >= end) {
            return;
        }
        String rest = article.text().substring(one.span().end(), end);
        Matcher holding = HOLDING.matcher(rest);
        if (holding.find()) {
            split(new Span(one.span().end() + holding.start(1), one.span().end() + holding.end(1)), slot, 0.6);
        }
        Matcher of = OFFER_OF.matcher(rest);
        if (OFFERS.contains(one.head().lemma()) && of.find()) {
            add(slot, new Span(one.span().end() + of.start(1), one.span().end() + of.end(1)), null, 0.6);
        }
        Matcher colon = COLON.matcher(rest);
        if (colon.find() && !TELLS.matcher(colon.group(1)).find()) {
            add(slot, new Span(one.span().end() + colon.start(1), one.span().end() + colon.end(1)), null, 0.6);
        }
    }

    /** In a sentence that follows one which names the proposal, or does so itself. */
    void in(ParsedSentence sentence, Slot slot) {
        Span span = sentence.span();
        if (slot.line.last + FAR * 4 < span.start()) {
            return;
        }
        String words = article.text(span);
        Matcher with = NOW_WITH.matcher(words);
        if (with.find() && !article.inQuotation(span.start() + with.start())) {
            int group = with.group(1) != null ? 1 : 2;
            add(slot, new Span(span.start() + with.start(group), span.start() + with.end(group)), Fate.NEW, 0.6);
        }
        Matcher stays = STAYS.matcher(words);
        if (stays.find() && slot.line.family.equals("plan") && !article.inQuotation(span.start())) {
            add(slot, new Span(span.start(), span.start() + stays.end()), Fate.KEPT, 0.6);
        }
        Matcher they = THEY_HOLD.matcher(words);
        if (they.find() && !article.inQuotation(span.start())) {
            split(new Span(span.start() + they.start(1), span.start() + they.end(1)), slot, 0.6);
        }
        clauses(sentence, slot);
        quoted(span, slot);
    }

    /** "the clause ending car duties", "the provision on prisoners". */
    private void clauses(ParsedSentence sentence, Slot slot) {
        for (Word word : sentence.words()) {
            boolean clause =
                    List.of("clause", "provision", "chapter", "section").contains(word.lemma());
            Word first = clause ? word.kid("det") : null;
            boolean named = first != null
                    && first.lower().equals("the")
                    && !article.inQuotation(word)
                    && word.kids().stream()
                            .anyMatch(kid -> kid.index() > word.index()
                                    && ((kid.hasRelation("acl") && kid.tag().equals("VBG"))
                                            || kid.lower().equals("on")));
            if (named) {
                add(
                        slot,
                        Clauses.span(word.subtree().stream()
                                .filter(w -> !w.isPunctuation())
                                .toList()),
                        null,
                        0.6);
            }
        }
    }

    /** What is printed of the text itself: "All fees shall be waived". */
    private void quoted(Span span, Slot slot) {
        for (Quotation quotation : article.quotationsIn(span)) {
            int start = quotation.start() + 1;
            int end = Math.min(quotation.end() - 1, article.text().length());
            if (start < span.start() || end <= start || end > span.end() + 2) {
                continue;
            }
            String words = article.text().substring(start, end);
            if (words.matches("(?s)(?!I |We |You ).{5,160}\\bshall (?:be|not|have|\\p{L}+)\\b.*")) {
                add(slot, new Span(start, end), null, 0.7);
            }
        }
    }

    private void split(Span list, Slot slot, double confidence) {
        String words = article.text(list);
        Matcher joined = PARTS.matcher(words);
        int at = 0;
        while (joined.find()) {
            part(list.start() + at, list.start() + joined.start(), slot, confidence);
            at = joined.end();
        }
        part(list.start() + at, list.end(), slot, confidence);
    }

    private void part(int start, int end, Slot slot, double confidence) {
        if (end - start >= 6
                && !SAYS.matcher(article.text().substring(start, end)).find()) {
            String words = article.text().substring(start, end);
            int lead = words.length() - words.replaceFirst("^(?:and |or )", "").length();
            add(slot, new Span(start + lead, end), null, confidence);
        }
    }

    /** Unless these words are a point already; what "and a ..." joins is two. */
    void add(Slot slot, Span span, Fate fate, double confidence) {
        if (span.length() < 6
                || span.length() > 300
                || slot.points.size() >= 60
                || slot.line.slots.stream()
                        .anyMatch(s -> s.points.stream().anyMatch(p -> p.span().overlaps(span)))
                || MARKS.matcher(article.text(span)).find()) {
            return;
        }
        Matcher and = AND.matcher(article.text(span));
        if (and.find() && and.start() > 5) {
            slot.points.add(new ExtractedPoint(
                    new Span(span.start(), span.start() + and.start()), fate, null, null, confidence));
            add(slot, new Span(span.start() + and.end(), span.end()), fate, confidence);
            return;
        }
        slot.points.add(new ExtractedPoint(span, fate, null, null, confidence));
    }
}
