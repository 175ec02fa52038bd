package org.parley.extraction.text;

import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.Span;

/**
 * Marks the parts of an article line by line: what is prose and what is furniture. The one region marker of the project; it
 * drops and repairs nothing.
 */
public final class Regions {

    private final String text;
    private final List<Span> lines;
    private final List<Region> found = new ArrayList<>();
    private boolean bodySeen;

    private Regions(String text, List<Span> lines) {
        this.text = text;
        this.lines = lines;
    }

    /** The regions of a text, in order, not overlapping; blank lines belong to none. */
    public static List<Region> of(String text) {
        return of(text, Paragraphs.of(text));
    }

    /** The same for paragraphs already found. */
    public static List<Region> of(String text, List<Span> paragraphs) {
        Regions regions = new Regions(text, paragraphs);
        for (int i = 0; i < paragraphs.size(); i++) {
            regions.mark(i);
        }
        TagList.mark(text, regions.found);
        return List.copyOf(regions.found);
    }

    private void mark(int i) {
        Span line = lines.get(i);
        String words = head(line);
        Region.Kind kind = Furniture.kindOf(words, line.length(), bodySeen);
        if (kind != null) {
            add(kind, line.start(), line.end());
        } else if (ListItem.markerLength(words) > 0) {
            add(isNumberedQuestion(i, words) ? Region.Kind.HEADLINE : Region.Kind.LIST, line.start(), line.end());
        } else if (isHeading(i, words)) {
            add(Region.Kind.HEADLINE, line.start(), line.end());
        } else {
            int clock = Dateline.clock(words);
            int dateline = clock > 0 ? clock : Dateline.length(words);
            if (dateline > 0) {
                add(clock > 0 ? Region.Kind.BOILERPLATE : Region.Kind.DATELINE, line.start(), line.start() + dateline);
            }
            if (line.start() + dateline < line.end()) {
                add(Region.Kind.BODY, line.start() + dateline, line.end());
            }
            bodySeen = true;
        }
    }

    /** A short line without a full stop before a longer one: a headline or a heading; not a speaker's label, not "he says:". */
    private boolean isHeading(int i, String words) {
        Span line = lines.get(i);
        if (line.length() > 160 || i + 1 == lines.size() || Headings.endsLikeSentence(words)) {
            return false;
        }
        if (i == 0) {
            return lines.get(1).length() > line.length()
                    || Headings.mostlyCapitalised(words)
                    || !Headings.opensQuotation(words);
        }
        Span next = lines.get(i + 1);
        return line.length() <= 100
                && next.length() > line.length()
                && !Headings.opensQuotation(words)
                && !Headings.isLabel(words);
    }

    /** "3. What changed?" before its answer. */
    private boolean isNumberedQuestion(int i, String words) {
        return words.endsWith("?")
                && Character.isDigit(words.charAt(0))
                && i + 1 < lines.size()
                && ListItem.markerLength(head(lines.get(i + 1))) == 0;
    }

    private void add(Region.Kind kind, int start, int end) {
        found.add(new Region(kind, start, end));
    }

    /** Enough of a line to know it by: patterns never read more, however long the line. */
    private String head(Span line) {
        return text.substring(line.start(), Math.min(line.end(), line.start() + 400));
    }
}
