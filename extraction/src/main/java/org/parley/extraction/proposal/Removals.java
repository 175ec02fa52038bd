package org.parley.extraction.proposal;

import java.util.ArrayList;
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

/** What a sentence says was taken out of a proposal, or is another than before, and at whose insistence. */
final class Removals {

    private static final Set<String> GENERIC = Set.of(
            "provision",
            "clause",
            "point",
            "article",
            "item",
            "paragraph",
            "passage",
            "chapter",
            "both",
            "three",
            "four",
            "two");
    private static final String OUT =
            "(?:removed|dropped|struck(?: out)?|deleted|scrapped|cut|stripped(?: out)?|left out|omitted|taken out|axed|excised|eliminated)";
    /** "provisions such as a cap and an amnesty removed", "the three that were dropped included the court". */
    private static final Pattern SUCH = Pattern.compile(
            "(?:such as|including|among them|notably) (.{5,160}?)(?:,|\u2014|\u2013| -)? ?(?:were |was |being |had been |have been )?"
                    + OUT + "\\b");

    private static final Pattern DROPPED_INCLUDED = Pattern.compile("\\b(?:that|which) (?:were|was|had been) " + OUT
            + "\\b[^.;]{0,25}?\\b(?:includes?|included|were|are) (.{5,160}?)(?=[.;]|$)");
    private static final Pattern GONE = Pattern.compile(
            "^(?:The |A |An )?([^,.;:]{3,60}?) (?:is|are|was|were|has been|have been) (?:gone|out|no longer (?:mentioned|included|there|in the (?:text|draft|plan))|"
                    + OUT + ")\\b");
    private static final Pattern INSISTENCE = Pattern.compile(
            "\\bat (?:the )?(?:(?:request|insistence|urging|behest|demand) of (?:the )?((?:\\p{Lu}[\\p{L}.'\u2019-]*)(?: \\p{Lu}[\\p{L}.-]*){0,3})|((?:\\p{Lu}[\\p{L}.-]*)(?: \\p{Lu}[\\p{L}.-]*){0,3})['\u2019]s? (?:request|insistence|urging|behest|demand))");
    private static final Pattern CHANGED = Pattern.compile(
            "\\b(?:from [\\d.,]+(?: \\p{L}+)? to [\\d.,]+\\d|[\\d.,]*\\d(?: \\p{L}+)? (?:rather than|instead of|up from|down from) [\\d.,]*\\d)(?: (?!points|articles|items|provisions)\\p{L}+)?");
    private static final Pattern JOINED = Pattern.compile(",? and |, ");

    private final Article article;
    private final Making making;

    Removals(Article article, Making making) {
        this.article = article;
        this.making = making;
    }

    /**
     * @param current the version spoken of last, or null
     * @param names whether the sentence names a proposal: then "from 16 to 12" is told of its points
     */
    void in(ParsedSentence sentence, Slot current, boolean names) {
        if (current == null || !current.line.family.equals("plan")) {
            return;
        }
        Span span = sentence.span();
        String words = article.text(span);
        Slot later = later(current);
        Matcher insistence = INSISTENCE.matcher(words);
        Span demand = null;
        String by = null;
        if (insistence.find()) {
            demand = new Span(span.start() + insistence.start(), span.start() + insistence.end());
            by = making.country(insistence.group(1) != null ? insistence.group(1) : insistence.group(2));
        }
        for (Pattern pattern : List.of(SUCH, DROPPED_INCLUDED)) {
            Matcher matcher = pattern.matcher(words);
            if (matcher.find() && !article.inQuotation(span.start() + matcher.start(1))) {
                parts(words, span.start(), matcher.start(1), matcher.end(1), later, by, demand);
                return;
            }
        }
        Matcher gone = GONE.matcher(words);
        if (gone.find() && !article.inQuotation(span.start())) {
            boolean generic = generic(sentence, gone.end(1));
            Span told = new Span(span.start(), span.start() + gone.end());
            if (!generic && sentence.span().length() < 200) {
                add(later, told, by, demand);
            } else if (generic) {
                again(later, told, words, by, demand);
            }
            if (!generic) {
                return;
            }
        }
        Matcher changed = CHANGED.matcher(words);
        if (changed.find()
                && (!names || Counts.changes(words, 0).isEmpty())
                && !article.inQuotation(span.start() + changed.start())) {
            Span told = new Span(span.start() + changed.start(), span.start() + changed.end());
            if (later.points.stream().noneMatch(point -> point.span().overlaps(told))) {
                later.points.add(new ExtractedPoint(told, Fate.CHANGED, by, demand, 0.6));
            }
        }
    }

    private static Slot later(Slot slot) {
        return slot.line.versions().stream()
                .filter(other -> other.previous != null && other.previous.now() == slot)
                .findFirst()
                .orElse(slot);
    }

    /** "Both provisions": no name of a point, but of what was told before. */
    private static boolean generic(ParsedSentence sentence, int end) {
        for (Word word : sentence.words()) {
            if (word.start() < sentence.span().start() + end
                    && GENERIC.contains(word.lemma().toLowerCase(java.util.Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** The points of the version before, told in the sentences before: "both" are two, "the clause" is one. */
    private static void again(Slot later, Span told, String words, String by, Span demand) {
        Slot before = later.previous == null ? null : later.previous.now();
        if (before == null || before.points.isEmpty()) {
            return;
        }
        int many = words.startsWith("Both") || words.startsWith("The two") ? 2 : words.startsWith("The") ? 1 : 0;
        List<ExtractedPoint> last = new ArrayList<>(before.points);
        for (int i = Math.max(0, last.size() - many); i < last.size(); i++) {
            ExtractedPoint point = last.get(i);
            if (told.start() - point.span().end() < 400) {
                later.points.add(new ExtractedPoint(
                        point.span(), Fate.REMOVED, by, demand == null ? told : demand, point.confidence()));
            }
        }
    }

    private void parts(String words, int base, int from, int to, Slot slot, String by, Span demand) {
        int at = from;
        Matcher joined = JOINED.matcher(words).region(from, to);
        while (joined.find()) {
            part(words, base, at, joined.start(), slot, by, demand);
            at = joined.end();
        }
        part(words, base, at, to, slot, by, demand);
    }

    private void part(String words, int base, int from, int to, Slot slot, String by, Span demand) {
        String part = words.substring(from, to);
        int lead = part.length() - part.stripLeading().length();
        int end = part.replaceFirst("[\\s\u2014\u2013-]+$", "").length();
        if (end - lead >= 5) {
            add(slot, new Span(base + from + lead, base + from + end), by, demand);
        }
    }

    private static void add(Slot slot, Span span, String by, Span demand) {
        if (slot.points.stream().noneMatch(point -> point.span().overlaps(span))) {
            slot.points.add(new ExtractedPoint(span, Fate.REMOVED, by, demand, 0.7));
        }
    }
}
