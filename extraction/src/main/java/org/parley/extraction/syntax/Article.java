package org.parley.extraction.syntax;

import java.util.List;
import org.parley.extraction.Span;
import org.parley.extraction.parse.Parsed;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.text.Paragraphs;
import org.parley.extraction.text.Quotation;
import org.parley.extraction.text.Quotations;
import org.parley.extraction.text.Region;

/** An article as the rules see it: characters, paragraphs, parts, quotations and trees, with quick look-ups by place. */
public final class Article {

    private final String text;
    private final List<Span> paragraphs;
    private final List<Region> regions;
    private final List<Quotation> quotations;
    private final Parsed parsed;

    /** @param parsed trees of the text's prose; offsets count in {@code text} */
    public Article(String text, List<Region> regions, Parsed parsed) {
        this.text = text;
        this.paragraphs = Paragraphs.of(text);
        this.regions = regions;
        this.quotations = Quotations.of(text, paragraphs);
        this.parsed = parsed;
    }

    public String text() {
        return text;
    }

    public List<ParsedSentence> sentences() {
        return parsed.sentences();
    }

    public List<Quotation> quotations() {
        return quotations;
    }

    public List<Span> paragraphs() {
        return paragraphs;
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The quotation around this place, or null; its own marks are not inside. */
    public Quotation quotationAt(int at) {
        int i = lastStartingBefore(at);
        return i >= 0 && quotations.get(i).holds(at) ? quotations.get(i) : null;
    }

    public boolean inQuotation(int at) {
        return quotationAt(at) != null;
    }

    public boolean inQuotation(Word word) {
        return quotationAt(word.start()) != null;
    }

    /** The quotations that share a character with a span, in order. */
    public List<Quotation> quotationsIn(Span span) {
        int first = Math.max(0, lastStartingBefore(span.start()));
        int last = first;
        while (last < quotations.size() && quotations.get(last).start() < span.end()) {
            last++;
        }
        while (first < last && quotations.get(first).end() <= span.start()) {
            first++;
        }
        return quotations.subList(first, Math.max(first, last));
    }

    /** Number of the paragraph that holds this place, or of the one after it; -1 behind the last. */
    public int paragraphAt(int at) {
        int low = 0;
        int high = paragraphs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (paragraphs.get(middle).end() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < paragraphs.size() ? low : -1;
    }

    /** The sentence that holds this place, or the next; null behind the last. */
    public ParsedSentence sentenceAt(int at) {
        return parsed.sentenceAt(at).orElse(null);
    }

    public ParsedSentence sentenceOf(Word word) {
        return sentenceAt(word.start());
    }

    /** The part of the article this place lies in, or null between parts. */
    public Region regionAt(int at) {
        int low = 0;
        int high = regions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (regions.get(middle).end() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < regions.size() && regions.get(low).start() <= at ? regions.get(low) : null;
    }

    /** Whether somebody can be quoted at this place: body or list, not headline, tags or a share bar. */
    public boolean regionIsProse(int at) {
        Region region = regionAt(at);
        return region != null && region.kind().isProse();
    }

    public List<Region> regions() {
        return regions;
    }

    private int lastStartingBefore(int at) {
        int low = 0;
        int high = quotations.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quotations.get(middle).start() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
