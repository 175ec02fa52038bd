package org.parley.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Span;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Quotation;

/**
 * Ends a content where the writer takes over again: behind a quoted fragment ("a floor," which some took for a threat), and where the
 * clause of a "who said" closes ("Orr, who said she would not sign, no longer has to").
 */
final class WriterGoesOn {

    private static final Pattern REMARK = Pattern.compile(
            "^,?\\s*(?:which|who|whose|an? (?:\\p{L}+ ){1,3}(?:that|which|who|of|to)|one of|another)\\b.*",
            Pattern.DOTALL);
    private static final Pattern PARTICIPLE = Pattern.compile("^,\\s*\\p{Ll}{3,}ing\\b.*", Pattern.DOTALL);
    private static final Pattern DEED = Pattern.compile(
            "^,?\\s*(?:and|but) (?:(?:has|have|had) (?:since|already|now|also|not|yet)|then|later|also|left|went|declined|refused)\\b.*",
            Pattern.DOTALL);

    /** "hours after", "a day before": when it was said, by what else happened. */
    private static final Pattern MEANWHILE = Pattern.compile(
            "^,\\s*(?:only |just |barely |less than |more than |about )?(?:minutes|hours|days|weeks|months|moments|(?:an?|one|two|three|several|some|a few) (?:minutes?|hours?|days?|weeks?|months?)|shortly) (?:after|before)\\b.*",
            Pattern.DOTALL);
    /** Behind what is only named: "welcomed the pause, which some had feared". */
    private static final Pattern RELATIVE = Pattern.compile(",\\s+(?:which|who|whom|whose)\\s");
    /** "denied that it was so, as the Courier had it". */
    private static final Pattern ELSEWHERE = Pattern.compile(
            ",\\s+as (?:[\\p{L}.'\u2019-]+ ){1,6}(?:had it|put it|reported|claimed|suggested|wrote)\\b[^,]{0,40}$");

    private WriterGoesOn() {}

    static void cut(Attribution made, Article article) {
        if (made.verb == null || made.content.isEmpty()) {
            return;
        }
        int at = made.content.size() - 1;
        Span last = made.content.get(at);
        if (last.start() < made.verb.end()) {
            return;
        }
        int end = Math.min(
                Math.min(behindQuotation(last, article), atResumption(made, last, article)),
                atMeanwhile(last, article));
        end = Math.min(end, at(ELSEWHERE, last, article));
        end = made.isBare() ? Math.min(end, at(RELATIVE, last, article)) : end;
        if (end < last.end()) {
            Span cut = Borders.tidy(last.start(), end, article);
            if (cut != null && cut.end() <= last.end()) {
                made.content = new ArrayList<>(made.content);
                made.content.set(at, cut);
            }
        }
    }

    private static int at(Pattern remark, Span span, Article article) {
        Matcher matcher = remark.matcher(article.text(span));
        int start = matcher.find() ? span.start() + matcher.start() : span.end();
        return start > span.start() && !article.inQuotation(start) ? start : span.end();
    }

    private static int behindQuotation(Span span, Article article) {
        List<Quotation> quotations = article.quotationsIn(span);
        if (quotations.isEmpty()) {
            return span.end();
        }
        Quotation last = quotations.get(quotations.size() - 1);
        if (last.end() >= span.end() || last.end() < span.start() + 2) {
            return span.end();
        }
        String rest = article.text().substring(last.end(), Math.min(span.end(), last.end() + 200));
        boolean comma = rest.startsWith(",") || article.text().charAt(last.end() - 2) == ',';
        return comma
                        && (REMARK.matcher(rest).matches()
                                || PARTICIPLE
                                        .matcher(rest.startsWith(",") ? rest : "," + rest)
                                        .matches()
                                || DEED.matcher(rest).matches())
                ? last.end()
                : span.end();
    }

    /** Before the last clause, where it only tells when; none of what stands in quotation marks. */
    private static int atMeanwhile(Span span, Article article) {
        String said = span.of(article.text());
        int comma = said.indexOf(',');
        while (comma >= 0) {
            int at = span.start() + comma;
            if (MEANWHILE.matcher(said.substring(comma)).matches()
                    && article.quotationsIn(span).stream().noneMatch(q -> q.start() <= at && at < q.end())) {
                return at;
            }
            comma = said.indexOf(',', comma + 1);
        }
        return span.end();
    }

    /** Behind the comma that closes "who said ...": a finite verb without a subject of its own. */
    private static int atResumption(Attribution made, Span span, Article article) {
        Word verb = made.verb;
        List<Word> words = made.sentence.words();
        int before = verb.index() - 1;
        while (before > 0
                && words.get(before).head() == verb
                && words.get(before).hasRelation("aux", "advmod")) {
            before--;
        }
        if (before < 0 || !words.get(before).lower().equals("who")) {
            return span.end();
        }
        for (int i = verb.index() + 1; i + 1 < words.size(); i++) {
            Word word = words.get(i);
            if (!word.form().equals(",") || word.start() < span.start() || word.end() > span.end()) {
                continue;
            }
            int next = i + 1;
            while (next < words.size()
                    && next < i + 5
                    && (words.get(next).isPunctuation()
                            || words.get(next).tag().startsWith("RB")
                            || words.get(next).lower().equals("no"))) {
                next++;
            }
            if (next < words.size()
                    && List.of("VBZ", "VBD", "MD").contains(words.get(next).tag())
                    && !article.inQuotation(words.get(next))) {
                return word.end();
            }
        }
        return span.end();
    }
}
